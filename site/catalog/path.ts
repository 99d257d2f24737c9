/** The path of a provider's page below the catalog: the first of several has the id alone. */
export function pathOf(id: string, part: number): string {
  return part <= 0 ? `${id}/` : `${id}/${part + 1}/`
}
