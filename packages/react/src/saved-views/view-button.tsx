'use client';

interface ViewButtonProps {
  name: string;
  isShown: boolean;
  /** Why it cannot be shown. */
  problem?: string | undefined;
  onShow: () => void;
}

/** One view to look at; pressed while it is what is shown. */
export function ViewButton({ name, isShown, problem, onShow }: ViewButtonProps) {
  return (
    <button
      type="button"
      className="oriel-saved-views-view"
      aria-pressed={isShown}
      disabled={problem !== undefined}
      title={problem ?? name}
      onClick={onShow}
    >
      <bdi>{name}</bdi>
    </button>
  );
}
