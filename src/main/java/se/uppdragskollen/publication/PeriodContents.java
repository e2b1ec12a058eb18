package se.uppdragskollen.publication;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.uppdragskollen.assessment.JudgedReport;
import se.uppdragskollen.assessment.JudgedReports;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.followup.UnsettledFindings;
import se.uppdragskollen.selfreport.SelfReports;
import se.uppdragskollen.unit.RegisteredUnit;
import se.uppdragskollen.unit.UnitKind;
import se.uppdragskollen.unit.UnitRegistry;

/**
 * Draws up what residents may see of a period, as things stand now.
 */
@Component
class PeriodContents {

	/** Decimals of shares and other computed figures. */
	private static final int DECIMALS = 1;

	/**
	 * Withheld although there is a value. A figure that nobody has is not of the period.
	 */
	private static final Set<Withheld> WITH_SOMETHING = EnumSet.of(Withheld.TOO_FEW, Withheld.NOT_SETTLED);

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private final JudgedReports reports;

	private final KnownCentres known;

	private final SelfReports selfReports;

	private final UnsettledFindings findings;

	private final UnitRegistry units;

	private final PublicationSettings settings;

	private final Clock clock;

	PeriodContents(JudgedReports reports, KnownCentres known, SelfReports selfReports, UnsettledFindings findings,
			UnitRegistry units, PublicationSettings settings, Clock clock) {
		this.reports = reports;
		this.known = known;
		this.selfReports = selfReports;
		this.findings = findings;
		this.units = units;
		this.settings = settings;
		this.clock = clock;
	}

	/** What would be shown, and why not the rest. */
	Drawn draw(Edition edition, Period period) {
		List<Column> columns = Columns.of(edition, period);
		Map<String, JudgedReport> reports = new HashMap<>();
		this.reports.of(edition.assignment(), period).forEach((one) -> reports.put(one.report().unit(), one));
		Unsettled unsettled = new Unsettled(edition, period, this.findings, this.selfReports,
				LocalDate.now(this.clock));
		Map<String, Known> known = this.known.of(new PeriodReports(edition, period, columns, reports));
		List<PublishedCentre> centres = centres(period);
		List<PublishedValue> values = new ArrayList<>();
		List<Preview.Lacking> lacking = new ArrayList<>();
		for (PublishedCentre centre : centres) {
			JudgedReport judged = reports.get(centre.id());
			Known own = known.getOrDefault(centre.id(), Known.nothing());
			for (Column column : columns) {
				Unsettled.Standing standing = unsettled.of(column, centre.id(), judged);
				PublishedValue value = value(column, centre.id(), own, standing.settled());
				values.add(value);
				if (value.withheld() != null) {
					lacking.add(new Preview.Lacking(centre, column.figure(), value.withheld(),
							(value.withheld() == Withheld.NOT_SETTLED) ? standing.open() : List.of()));
				}
			}
		}
		Set<String> given = new HashSet<>();
		values.stream()
			.filter((one) -> one.value() != null || WITH_SOMETHING.contains(one.withheld()))
			.forEach((one) -> given.add(one.figure()));
		Content content = new Content(edition.assignment(), period, edition.id(), edition.revision(),
				this.settings.smallestGroup(),
				columns.stream().map(Column::figure).filter((one) -> given.contains(one.id())).toList(), centres,
				values.stream().filter((one) -> given.contains(one.figure())).toList());
		return new Drawn(content, lacking.stream().filter((one) -> given.contains(one.figure().id())).toList(),
				reports.values().stream().map(JudgedReport::result).sorted().toList());
	}

	private List<PublishedCentre> centres(Period period) {
		return this.units.all()
			.all()
			.stream()
			.filter((unit) -> unit.kind() == UnitKind.HEALTH_CENTRE && unit.openIn(period))
			.sorted(Comparator.comparing(RegisteredUnit::name).thenComparing(RegisteredUnit::id))
			.map((unit) -> new PublishedCentre(unit.id(), unit.name(), unit.municipality(), unit.operator().word(),
					unit.operatorName()))
			.toList();
	}

	/**
	 * A small group is told before all else: whether a finding is open about it is not to
	 * be seen.
	 */
	private static PublishedValue value(Column column, String unit, Known known, boolean settled) {
		String id = column.figure().id();
		if (known.few(column)) {
			return PublishedValue.withheld(id, unit, Withheld.TOO_FEW);
		}
		if (known.notApplicable(column)) {
			return PublishedValue.withheld(id, unit, Withheld.NOT_APPLICABLE);
		}
		Object value = shown(column, known);
		if (value == null) {
			return PublishedValue.withheld(id, unit, Withheld.NOT_REPORTED);
		}
		return settled ? PublishedValue.of(id, unit, value) : PublishedValue.withheld(id, unit, Withheld.NOT_SETTLED);
	}

	private static @Nullable Object shown(Column column, Known known) {
		Object value = known.value(column.datum());
		if (column.whole() != null) {
			Object whole = known.value(column.whole());
			return (value instanceof BigDecimal part && whole instanceof BigDecimal all && all.signum() > 0)
					? rounded(part.multiply(HUNDRED).divide(all, MathContext.DECIMAL64)) : null;
		}
		return (value instanceof BigDecimal number && number.scale() > DECIMALS) ? rounded(number) : value;
	}

	private static BigDecimal rounded(BigDecimal number) {
		return number.setScale(DECIMALS, RoundingMode.HALF_UP);
	}

	/**
	 * What is drawn up.
	 *
	 * @param content what would be shown
	 * @param lacking why not the rest
	 * @param results the results that it is drawn up from
	 */
	record Drawn(Content content, List<Preview.Lacking> lacking, List<Long> results) {

	}

}
