package planted.report;

/** No field, no parameter, no call: only the reckoning is inexact. */
final class ReckonsInDouble {

	private ReckonsInDouble() {
	}

	static boolean enough(int part, int whole) {
		return 100 * part / (1.0 * whole) >= 85;
	}

}
