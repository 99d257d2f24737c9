/** A component, as far as a story needs one. */
export const Profile = (): string => 'profile'
