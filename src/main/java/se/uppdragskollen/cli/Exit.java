package se.uppdragskollen.cli;

/**
 * The exit statuses of every command.
 */
final class Exit {

	/** Nothing to look at. */
	static final int CLEAN = 0;

	/** Something is not met or cannot be judged; a case fails; a mutant survives. */
	static final int FINDINGS = 1;

	/** Something cannot be read or run. */
	static final int CANNOT_RUN = 2;

	private Exit() {
	}

}
