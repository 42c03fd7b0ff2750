/** The states without forms here because they need none. */
/** States that tax no income of individuals, wages and gains alike. */
export const statesWithoutIncomeTax: readonly string[] = ['AK', 'FL', 'NV', 'NH', 'SD', 'TN', 'TX', 'WY']
