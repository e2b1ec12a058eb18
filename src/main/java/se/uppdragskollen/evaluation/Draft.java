package se.uppdragskollen.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Severity;
import se.uppdragskollen.rule.ObligationWord;

/**
 * An obligation in the making.
 */
final class Draft {

	private final String rule;

	private final ObligationWord word;

	private final List<String> subjects;

	private final Severity severity;

	private final Map<String, Object> elements = new LinkedHashMap<>(4);

	private Map<String, Object> observed = Map.of();

	private List<String> missing = List.of();

	private Map<String, Object> smallestChange = Map.of();

	private @Nullable Absence absence;

	private @Nullable String notApplicableReason;

	private @Nullable Boolean holds;

	private @Nullable Object value;

	private @Nullable Object limit;

	private @Nullable BigDecimal margin;

	private @Nullable String parameter;

	private @Nullable LocalDate inForceFrom;

	private boolean changedInPeriod;

	Draft(String rule, ObligationWord word, Severity severity, List<String> subjects) {
		this.rule = rule;
		this.word = word;
		this.severity = severity;
		this.subjects = subjects;
	}

	/** Reads a datum: its value and time, or why it is not known. */
	Draft reads(String id, Cell cell) {
		if (cell.known()) {
			this.elements.put(id, (cell.get() instanceof BigDecimal number) ? Rounding.alone(number) : cell.get());
			if (cell.observed() != null) {
				this.observed = new LinkedHashMap<>(this.observed);
				this.observed.put(id, cell.observed());
			}
		}
		else if (cell.absence() == Absence.NOT_APPLICABLE && this.absence == null) {
			this.absence = Absence.NOT_APPLICABLE;
			this.notApplicableReason = cell.reason();
		}
		else if (cell.absence() != Absence.NOT_APPLICABLE && cell.absence() != null) {
			lacks(cell.absence(), cell.missing());
		}
		return this;
	}

	/** Something that decides is not known. */
	Draft lacks(Absence why, List<String> what) {
		if (this.absence == null || this.absence == Absence.NOT_APPLICABLE) {
			this.absence = why;
		}
		List<String> all = new ArrayList<>(this.missing);
		for (String one : what) {
			if (!all.contains(one)) {
				all.add(one);
			}
		}
		this.missing = all;
		return this;
	}

	boolean known() {
		return this.absence == null;
	}

	/**
	 * Whether it is known not to hold: only then is a smallest change worth computing.
	 */
	boolean fails() {
		return Boolean.FALSE.equals(this.holds);
	}

	/** The deciding parameter, compared as it stands. */
	Draft against(Limit limit) {
		this.limit = limit.value();
		return parameter(limit);
	}

	/** The deciding parameter, when the limit is made from it. */
	Draft parameter(Limit limit) {
		this.parameter = limit.name();
		this.inForceFrom = limit.from();
		this.changedInPeriod = limit.changedInPeriod();
		return this;
	}

	Draft limit(Object compared) {
		this.limit = compared;
		return this;
	}

	Draft value(Object compared) {
		this.value = compared;
		return this;
	}

	Draft holds(boolean does) {
		this.holds = does;
		return this;
	}

	Draft margin(BigDecimal distance) {
		this.margin = distance;
		return this;
	}

	/** The smallest change that would be enough, when it does not hold. */
	Draft change(String element, Object to) {
		if (fails()) {
			this.smallestChange = Map.of(element, to);
		}
		return this;
	}

	Obligation obligation() {
		boolean known = known();
		return new Obligation(this.rule, this.word, this.subjects, this.severity, known ? this.holds : null,
				known ? this.value : null, this.limit, this.parameter, this.inForceFrom, this.changedInPeriod,
				known ? this.margin : null, this.elements, this.observed, this.missing, this.absence,
				this.notApplicableReason, known ? this.smallestChange : Map.of());
	}

}
