package se.uppdragskollen.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Counterpart;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Element;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.report.Exemption;
import se.uppdragskollen.report.Flag;
import se.uppdragskollen.report.RegisterValue;
import se.uppdragskollen.report.Report;
import se.uppdragskollen.report.Signal;

/**
 * A centre's report in the making. What the edition does not ask for in this kind of
 * period is left out; what is said twice counts as said last.
 */
final class Draft {

	private final Edition edition;

	private final Centre centre;

	private final Period period;

	private final LocalDate handedIn;

	private final Population population;

	private final Map<String, Object> values = new TreeMap<>();

	private final Map<String, RegisterValue> registers = new TreeMap<>();

	private final Map<String, Signal> signals = new TreeMap<>();

	private final Set<String> suppressed = new LinkedHashSet<>();

	private final List<Exemption> exemptions = new ArrayList<>();

	Draft(Edition edition, Centre centre, Period period) {
		this.edition = edition;
		this.centre = centre;
		this.period = period;
		this.handedIn = Handing.day(centre, period);
		this.population = Population.of(centre, period.to());
	}

	Centre centre() {
		return this.centre;
	}

	Traits traits() {
		return this.centre.traits();
	}

	Period period() {
		return this.period;
	}

	LocalDate end() {
		return this.period.to();
	}

	LocalDate handedIn() {
		return this.handedIn;
	}

	Population population() {
		return this.population;
	}

	double years() {
		return Population.years(end());
	}

	/** The centre's own level of something, in standard deviations. */
	double own(String what) {
		return this.centre.chance().normal(what);
	}

	/** This period's share of something that varies, in standard deviations. */
	double noise(String what) {
		return this.centre.chance().normal(what + "/" + this.period);
	}

	/** A whole number for this period, low and high included. */
	int whole(String what, int low, int high) {
		return this.centre.chance().whole(what + "/" + this.period, low, high);
	}

	/** True in this share of the periods, evenly spread. */
	boolean seldom(String what, double share) {
		return this.centre.chance().even(what + "/" + this.period) < share;
	}

	/** Whether this centre is one of this share of all. */
	boolean isOneOf(String what, double share) {
		return this.centre.chance().even(what) < share;
	}

	/**
	 * True in this share of all reports, but at one centre in four only: what goes wrong
	 * at a centre tends to go wrong again.
	 */
	boolean lapse(String what, double share) {
		return isOneOf(what + "/prone", 0.25) && seldom(what, Math.min(1, 4 * share));
	}

	private boolean asks(String element) {
		Element asked = this.edition.elements().get(element);
		return asked != null && asked.period() == this.period.kind();
	}

	Draft put(String element, Object value) {
		if (asks(element)) {
			this.values.put(element, value);
			this.suppressed.remove(element);
		}
		return this;
	}

	/** A count, rounded and not below zero. */
	Draft count(String element, double value) {
		return put(element, BigDecimal.valueOf(Math.max(0, Math.round(value))));
	}

	Draft decimal(String element, double value, int decimals) {
		return put(element, BigDecimal.valueOf(Math.max(0, value)).setScale(decimals, RoundingMode.HALF_UP));
	}

	/** A whole and the part of it that is this many percent. */
	Draft share(String part, String whole, double total, double percent) {
		long all = Math.max(0, Math.round(total));
		return count(whole, all).count(part, Math.min(all, Math.round(all * percent / 100)));
	}

	/** What was put for an element of this report; 0 when nothing was. */
	long number(String element) {
		return (this.values.get(element) instanceof BigDecimal number) ? number.longValue() : 0;
	}

	@Nullable Object value(String element) {
		return this.values.get(element);
	}

	Draft without(String element) {
		this.values.remove(element);
		return this;
	}

	Draft suppress(String element) {
		if (asks(element)) {
			this.values.remove(element);
			this.suppressed.add(element);
		}
		return this;
	}

	Draft register(String source, String element, Object value, LocalDate asOf) {
		boolean known = asks(element) || this.edition.derived().containsKey(element);
		if (known) {
			this.registers.put(source + "/" + element, new RegisterValue(source, element, value, asOf));
		}
		return this;
	}

	/** As the register stood on the period's last day. */
	Draft register(String source, String element, Object value) {
		return register(source, element, value, end());
	}

	Draft register(String source, String element, double value, int decimals) {
		return register(source, element,
				BigDecimal.valueOf(Math.max(0, value)).setScale(decimals, RoundingMode.HALF_UP));
	}

	Draft signal(Counterpart from, Flag flag, @Nullable String requirement, String text, LocalDate date) {
		this.signals.put(from.word() + "/" + requirement, new Signal(from, flag, requirement, text, date));
		return this;
	}

	Draft exempt(String requirement, LocalDate from, LocalDate to, String reason) {
		this.exemptions.add(new Exemption(requirement, from, to, "Regionstyrelsens ordförande (påhittad)", reason));
		return this;
	}

	Report report() {
		return new Report(this.centre.unit(), this.edition.assignment(), this.period, this.handedIn, this.values,
				Map.of(), this.suppressed, List.copyOf(this.registers.values()), List.copyOf(this.signals.values()),
				this.exemptions, Map.of(), Map.of());
	}

}
