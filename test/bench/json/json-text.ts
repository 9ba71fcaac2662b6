/** JSON text of about the given size: the records of a tool that answered with everything it had. */
export function jsonText(bytes: number): string {
  const records: string[] = [];
  let size = 0;
  for (let index = 0; size < bytes; index += 1) {
    const record = JSON.stringify({
      id: index,
      title: `Book ${(index * 7919) % 100_003}`,
      tags: ['a', 'b', `shelf-${index % 97}`],
      stock: { hub: index % 2 === 0 ? 'Graz' : 'Wien', count: index % 13, price: (index % 5000) / 100 },
      note: index % 50 === 0 ? 'A longer note about this book. '.repeat(20) : null,
    });
    records.push(record);
    size += record.length + 1;
  }
  return `{"results":[${records.join(',')}]}`;
}
