package se.uppdragskollen.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * Whom a centre cares for on a day.
 *
 * @param listed listed persons
 * @param acg weight of care, 1 for the whole region
 * @param complex listed persons with complex needs
 */
record Population(long listed, BigDecimal acg, long complex) {

	private static final int SMALLEST = 1_500;

	private static final int LARGEST = 15_000;

	static Population of(Centre centre, LocalDate day) {
		Chance chance = centre.chance();
		int given = Cast.listed(centre.index());
		double start = (given > 0) ? given
				: Math.min(13_800, Math.max(1_600, StrictMath.exp(8.6 + 0.5 * chance.normal("listed"))));
		double grown = start * (1 + 0.012 * chance.normal("growth") * years(day));
		double listed = (given > 0) ? grown : Math.min(LARGEST, Math.max(SMALLEST, grown));
		double rural = centre.peerGroup().equals(Centre.COUNTRYSIDE) ? 0.04 : -0.02;
		double acg = 1 + rural + 0.08 * chance.normal("acg") + 0.005 * chance.normal("acg/" + day.getYear());
		double complex = listed * 0.0218 * acg * (1 + 0.1 * chance.normal("complex"));
		return new Population(Math.round(listed), BigDecimal.valueOf(acg).setScale(2, RoundingMode.HALF_UP),
				Math.round(complex));
	}

	/** Years since the assignment's first day, whole months counted. */
	static double years(LocalDate day) {
		return (day.getYear() * 12 + day.getMonthValue() - (2023 * 12 + 7)) / 12.0;
	}

}
