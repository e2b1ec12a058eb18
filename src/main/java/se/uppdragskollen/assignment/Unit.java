package se.uppdragskollen.assignment;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;

import se.uppdragskollen.document.Word;
import se.uppdragskollen.language.Bilingual;
import se.uppdragskollen.language.Messages;

/**
 * What a number counts or measures; three words mark parameters that are no numbers.
 */
public enum Unit implements Word {

	/** Percent. */
	PERCENT("percent"),

	/** Percentage points. */
	PERCENTAGE_POINTS("percentage-points"),

	/** Patients. */
	PATIENTS("patients"),

	/** Persons. */
	PERSONS("persons"),

	/** Listed persons. */
	LISTED_PERSONS("listed-persons"),

	/** Residents. */
	RESIDENTS("residents"),

	/** Staff. */
	STAFF("staff"),

	/** Fte. */
	FTE("fte"),

	/** Centres. */
	CENTRES("centres"),

	/** Visits. */
	VISITS("visits"),

	/** Calls. */
	CALLS("calls"),

	/** Referrals. */
	REFERRALS("referrals"),

	/** Devices. */
	DEVICES("devices"),

	/** Observations. */
	OBSERVATIONS("observations"),

	/** Answers. */
	ANSWERS("answers"),

	/** Meetings. */
	MEETINGS("meetings"),

	/** Reports. */
	REPORTS("reports"),

	/** Shifts. */
	SHIFTS("shifts"),

	/** Cases. */
	CASES("cases"),

	/** Consultations. */
	CONSULTATIONS("consultations"),

	/** Plans. */
	PLANS("plans"),

	/** Roles. */
	ROLES("roles"),

	/** Hours. */
	HOURS("hours"),

	/** Hours per week. */
	HOURS_PER_WEEK("hours-per-week"),

	/** Days per week. */
	DAYS_PER_WEEK("days-per-week"),

	/** Minutes. */
	MINUTES("minutes"),

	/** Days. */
	DAYS("days"),

	/** Weeks. */
	WEEKS("weeks"),

	/** Months. */
	MONTHS("months"),

	/** Years. */
	YEARS("years"),

	/** Periods. */
	PERIODS("periods"),

	/** Kronor. */
	KRONOR("kronor"),

	/** Score. */
	SCORE("score"),

	/** Index. */
	INDEX("index"),

	/** Per thousand. */
	PER_THOUSAND("per-thousand"),

	/** Per hundred. */
	PER_HUNDRED("per-hundred"),

	/** Diagnoses. */
	DIAGNOSES("diagnoses"),

	/** Standard deviations. */
	STANDARD_DEVIATIONS("standard-deviations"),

	/** Steps. */
	STEPS("steps"),

	/** Points. */
	POINTS("points"),

	/** Weight. */
	WEIGHT("weight"),

	/** Characters. */
	CHARACTERS("characters"),

	/** Persons per fte. */
	PERSONS_PER_FTE("persons-per-fte"),

	/** A parameter that is a date. */
	DATE("date"),

	/** A parameter that is a list of choices. */
	LIST("list"),

	/** A parameter that names a phase. */
	PHASE("phase");

	/** What counts people, or what is said or done for one person each. */
	private static final Set<Unit> OF_PEOPLE = EnumSet.of(PATIENTS, PERSONS, LISTED_PERSONS, RESIDENTS, STAFF, VISITS,
			CALLS, REFERRALS, ANSWERS, CASES, CONSULTATIONS, PLANS, OBSERVATIONS, DIAGNOSES);

	/** Shares and means, which tell about each when there are few. */
	private static final Set<Unit> AMONG_PEOPLE = EnumSet.of(PERCENT, PER_HUNDRED, PER_THOUSAND, INDEX, MINUTES);

	private final String word;

	Unit(String word) {
		this.word = word;
	}

	@Override
	public String word() {
		return this.word;
	}

	/** A figure with its unit, as people write it: {@code 45 hours}, {@code 1 hour}. */
	public Bilingual figure(BigDecimal figure) {
		if (this == INDEX || this == SCORE) {
			return Messages.both("reads.plain", figure);
		}
		String one = "unit.one." + this.word;
		boolean single = figure.compareTo(BigDecimal.ONE) == 0 && Messages.has(one);
		return Messages.both("reads.figure", figure, Messages.both(single ? one : "unit." + this.word));
	}

	/** Whether it counts people, or what is said or done for one person each. */
	public boolean countsPeople() {
		return OF_PEOPLE.contains(this);
	}

	/**
	 * Whether a figure can tell about somebody when the group is small: a number of
	 * people, or a share or a mean among them.
	 */
	public boolean canTellAboutFew() {
		return countsPeople() || AMONG_PEOPLE.contains(this);
	}

	/** Whether only a parameter can have it. */
	public boolean forParametersOnly() {
		return this == DATE || this == LIST || this == PHASE;
	}

}
