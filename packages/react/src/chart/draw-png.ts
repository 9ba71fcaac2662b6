/** Draws a picture twice as fine as it is large, for screens that show it so. */
export async function drawPng(svg: Blob): Promise<Blob> {
  const url = URL.createObjectURL(svg);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.ceil(image.width * 2);
    canvas.height = Math.ceil(image.height * 2);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('The chart was not drawn, because the browser offers no canvas.');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const png = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/png');
    });
    if (!png)
      throw new Error('The chart was not drawn, because it is too large for a picture. Save it as SVG.');
    return png;
  } finally {
    URL.revokeObjectURL(url);
  }
}
