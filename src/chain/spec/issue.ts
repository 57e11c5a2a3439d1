// A mistake in declared data: where in the tree, and what is wrong in words for the user.

/** `path` addresses the value in the declared tree (keys and indices); `message` is Dutch and says what was found and what is allowed. */
export interface Issue {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

export type Report = (path: readonly (string | number)[], message: string) => void;
