/** Why a column cannot go on; whoever knows its name tells it. */
export class NotContinuable extends Error {}
