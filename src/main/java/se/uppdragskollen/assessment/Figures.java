package se.uppdragskollen.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Measure;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.PeriodKind;
import se.uppdragskollen.evaluation.Absence;
import se.uppdragskollen.evaluation.Evaluator;
import se.uppdragskollen.report.Report;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The numbers of the reports as they counted when they were judged last.
 */
@Repository
class Figures {

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	/** What is computed may have no end. */
	private static final int DECIMALS = 10;

	private final JdbcClient jdbc;

	private final Map<String, Set<String>> asked = new ConcurrentHashMap<>();

	Figures(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The numbers of a report's own kind of period, as they are stored. */
	String of(Evaluator evaluator, Report report) {
		ObjectNode all = JSON.createObjectNode();
		evaluator.figures(report, asked(evaluator.edition(), report.period().kind())).forEach((id, value) -> {
			if (value instanceof BigDecimal number) {
				all.put(id, (number.scale() > DECIMALS) ? number.setScale(DECIMALS, RoundingMode.HALF_UP) : number);
			}
			else {
				all.put(id, ((Absence) value).word());
			}
		});
		return all.toString();
	}

	private Set<String> asked(Edition edition, PeriodKind kind) {
		return this.asked.computeIfAbsent(edition.revision() + kind, (key) -> {
			Set<String> ids = new LinkedHashSet<>();
			for (Measure one : Measure.of(edition).values()) {
				if (one.kind() == kind) {
					ids.add(one.datum());
					if (one.whole() != null) {
						ids.add(one.whole());
					}
				}
			}
			return ids;
		});
	}

	/** All numbers of a unit's reports, the newest first. */
	List<Reported> ofUnit(String unit, String assignment) {
		return this.jdbc.sql("select unit, period, figures from current_result where unit = ? and assignment = ?")
			.params(unit, assignment)
			.query((row, i) -> new Reported(row.getString("unit"), Period.parse(row.getString("period")).orElseThrow(),
					JSON.readTree(row.getString("figures"))))
			.list()
			.stream()
			.sorted((one, other) -> other.period().compareTo(one.period()))
			.toList();
	}

	/** All numbers of these units in these periods. */
	List<Reported> of(Collection<String> units, String assignment, Collection<Period> periods) {
		return this.jdbc.sql("""
				select unit, period, figures from current_result
				where assignment = :assignment and unit = any(:units) and period = any(:periods)
				""")
			.param("assignment", assignment)
			.param("units", units.toArray(String[]::new))
			.param("periods", periods.stream().map(Period::toString).toArray(String[]::new))
			.query((row, i) -> new Reported(row.getString("unit"), Period.parse(row.getString("period")).orElseThrow(),
					JSON.readTree(row.getString("figures"))))
			.list();
	}

	/** One number of these units in these periods. */
	List<Reported> of(Collection<String> units, String assignment, Collection<Period> periods, Measure measure) {
		return this.jdbc.sql("""
				select unit, period, jsonb_build_object(:datum, figures -> :datum, :whole, figures -> :whole) as figures
				from current_result
				where assignment = :assignment and unit = any(:units) and period = any(:periods)
				and figures -> :datum is not null
				""")
			.param("assignment", assignment)
			.param("datum", measure.datum())
			.param("whole", (measure.whole() == null) ? measure.datum() : measure.whole())
			.param("units", units.toArray(String[]::new))
			.param("periods", periods.stream().map(Period::toString).toArray(String[]::new))
			.query((row, i) -> new Reported(row.getString("unit"), Period.parse(row.getString("period")).orElseThrow(),
					JSON.readTree(row.getString("figures"))))
			.list();
	}

	/**
	 * The numbers of a report.
	 *
	 * @param unit of whom
	 * @param period of when
	 * @param figures by datum the number, or why there is none
	 */
	record Reported(String unit, Period period, JsonNode figures) {

		/** A measure's value, null when there is none. */
		@Nullable BigDecimal value(Measure measure) {
			return measure.value(number(measure.datum()), (measure.whole() == null) ? null : number(measure.whole()));
		}

		/** Why a measure has no value: the part's reason before the whole's. */
		String absence(Measure measure) {
			JsonNode part = this.figures.path(measure.datum());
			JsonNode whole = (measure.whole() == null) ? part : this.figures.path(measure.whole());
			JsonNode why = part.isString() ? part : whole;
			return why.isString() ? why.asString() : (part.isNumber() && whole.isNumber())
					? Absence.NOT_COMPUTABLE.word() : Absence.NOT_REPORTED.word();
		}

		private @Nullable BigDecimal number(String id) {
			JsonNode value = this.figures.path(id);
			return value.isNumber() ? value.decimalValue() : null;
		}

	}

}
