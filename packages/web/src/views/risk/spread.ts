/** Labels moved apart, so that none covers another, and no further from their places than that takes. */
export function spread<L extends { readonly at: number }>(labels: readonly L[], apart: number): L[] {
  const order = labels.map((label, i) => ({ label, i })).sort((one, other) => one.label.at - other.label.at)
  // Neighbours that collide become one group, centred on the mean of its places; groups that then collide are joined again.
  const groups: { members: typeof order; centre: number }[] = []
  for (const each of order) {
    let group = { members: [each], centre: each.label.at }
    let before = groups.at(-1)
    while (before && group.centre - before.centre < (apart * (before.members.length + group.members.length)) / 2) {
      groups.pop()
      const members = [...before.members, ...group.members]
      group = { members, centre: members.reduce((sum, { label }) => sum + label.at, 0) / members.length }
      before = groups.at(-1)
    }
    groups.push(group)
  }
  const moved = new Map<number, L>()
  for (const { members, centre } of groups)
    for (const [k, { label, i }] of members.entries())
      moved.set(i, { ...label, at: centre + (k - (members.length - 1) / 2) * apart })
  return labels.map((label, i) => moved.get(i) ?? label)
}
