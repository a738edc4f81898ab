/** Whether a text is the id of an account. */
export function isAccountId(text: string): boolean {
  return /^\d{12}$/.test(text);
}

/** Whether a text looks like a region; which ones there are is AWS's to say. */
export function isRegionName(text: string): boolean {
  return /^[a-z]{2,}(?:-[a-z]+)+-\d{1,2}$/.test(text);
}
