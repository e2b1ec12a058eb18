package planted.demo;

import java.util.Random;

import planted.unit.UnitHelper;

/** Never the same twice; and one half of a circle. */
public final class RollsDice {

	private RollsDice() {
	}

	public static boolean next() {
		return new Random().nextBoolean() && UnitHelper.helps();
	}

}
