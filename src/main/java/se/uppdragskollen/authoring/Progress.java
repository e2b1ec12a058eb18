package se.uppdragskollen.authoring;

/**
 * Told how far a long run has come.
 */
@FunctionalInterface
public interface Progress {

	/** Nobody wants to know. */
	Progress SILENT = (done, total) -> {
	};

	void at(int done, int total);

}
