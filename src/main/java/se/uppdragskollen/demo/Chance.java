package se.uppdragskollen.demo;

import java.util.SplittableRandom;

/**
 * One centre's luck. Each question has a stream of its own, named by what is asked, so
 * that no answer depends on which others were asked before, or on how many centres there
 * are.
 */
final class Chance {

	private static final long FNV_OFFSET = 0xcbf29ce484222325L;

	private static final long FNV_PRIME = 0x100000001b3L;

	private static final double FARTHEST = 2.6;

	private final long key;

	Chance(long seed, String stream) {
		this.key = hash(FNV_OFFSET ^ new SplittableRandom(seed).nextLong(), stream);
	}

	/** Evenly between 0 and 1. */
	double even(String what) {
		return stream(what).nextDouble();
	}

	/** A whole number from low to high, both included. */
	int whole(String what, int low, int high) {
		return stream(what).nextInt(low, high + 1);
	}

	/**
	 * Normally distributed with mean 0 and standard deviation 1, within ±2.6. A sum of
	 * twelve, because that is the same on every Java.
	 */
	double normal(String what) {
		SplittableRandom stream = stream(what);
		double sum = -6;
		for (int i = 0; i < 12; i++) {
			sum += stream.nextDouble();
		}
		return Math.max(-FARTHEST, Math.min(FARTHEST, sum));
	}

	private SplittableRandom stream(String what) {
		return new SplittableRandom(hash(this.key, what));
	}

	private static long hash(long start, String text) {
		long hash = start;
		for (int i = 0; i < text.length(); i++) {
			hash = (hash ^ text.charAt(i)) * FNV_PRIME;
		}
		return hash;
	}

}
