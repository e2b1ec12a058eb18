package se.uppdragskollen.selfreport;

/**
 * How the reports of one period stand, all units together.
 *
 * @param owed the period
 * @param units how many units owe a report for it
 * @param handedIn how many have handed it in, and have not had it back
 * @param tooLate how many of those came after their deadline
 * @param returned how many have it back to be completed
 * @param missing how many have never handed it in though their deadline has passed
 */
public record ReportCount(OwedPeriod owed, int units, int handedIn, int tooLate, int returned, int missing) {

	/** How many have not handed it in and still have time. */
	public int inTime() {
		return this.units - this.handedIn - this.returned - this.missing;
	}

}
