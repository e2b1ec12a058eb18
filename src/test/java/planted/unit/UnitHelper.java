package planted.unit;

import planted.demo.RollsDice;

/** A name that says nothing; and the other half of a circle. */
public final class UnitHelper {

	private UnitHelper() {
	}

	public static boolean helps() {
		return RollsDice.next();
	}

}
