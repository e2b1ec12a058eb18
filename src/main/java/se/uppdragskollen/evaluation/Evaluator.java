package se.uppdragskollen.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.Requirement;
import se.uppdragskollen.assignment.Severity;
import se.uppdragskollen.language.Bilingual;
import se.uppdragskollen.report.Exemption;
import se.uppdragskollen.report.Report;

/**
 * Holds reports against one edition. The same edition and report give the same result; no
 * clock, no database, no state between reports. Safe for use by several threads.
 */
public final class Evaluator {

	/** Of several exemptions always the same one, in whatever order they are given. */
	private static final Comparator<Exemption> LONGEST_FIRST = Comparator.comparing(Exemption::to)
		.reversed()
		.thenComparing(Exemption::from)
		.thenComparing(Exemption::approver)
		.thenComparing(Exemption::reason);

	private final Edition edition;

	private final RuleBook ruleBook;

	private final Map<Period, PeriodPlan> plans = new ConcurrentHashMap<>();

	public Evaluator(Edition edition, RuleBook ruleBook) {
		this.edition = edition;
		this.ruleBook = ruleBook;
	}

	public Edition edition() {
		return this.edition;
	}

	/** One outcome for each requirement that the report owes. */
	public EvaluationResult evaluate(Report report) {
		return evaluate(List.of(report)).get(0);
	}

	/** The results in the order of the reports. */
	public List<EvaluationResult> evaluate(List<Report> reports) {
		List<Facts> facts = reports.stream().map(this::facts).toList();
		this.ruleBook.fire(facts);
		return facts.stream().map(this::result).toList();
	}

	/** The names of the rules that concern each of these, in the order of the reports. */
	public List<Set<String>> fired(List<Report> reports) {
		List<Facts> facts = reports.stream().map(this::facts).toList();
		this.ruleBook.fire(facts);
		return facts.stream().map(this::fired).toList();
	}

	private Set<String> fired(Facts facts) {
		Set<String> names = new HashSet<>();
		for (int i = 0; i < this.edition.rules().size(); i++) {
			if (facts.hasFired(i)) {
				names.add(this.edition.rules().get(i).name());
			}
		}
		return names;
	}

	/** The values of elements and derived elements for a report, those that are known. */
	public Map<String, Object> values(Report report, Iterable<String> ids) {
		Cells cells = new Cells(plan(report.period()), report, this.ruleBook);
		Map<String, Object> values = new java.util.HashMap<>();
		for (String id : ids) {
			Cell cell = cells.cell(id);
			if (cell.known()) {
				values.put(id, cell.get());
			}
		}
		return values;
	}

	/**
	 * Numbers of a report as they count: for each a {@link BigDecimal}, or the
	 * {@link Absence} that stands in its place.
	 */
	public Map<String, Object> figures(Report report, Iterable<String> ids) {
		Cells cells = new Cells(plan(report.period()), report, this.ruleBook);
		Map<String, Object> figures = new TreeMap<>();
		for (String id : ids) {
			Cell cell = cells.cell(id);
			Absence absence = cell.absence();
			if (cell.value() instanceof BigDecimal number) {
				figures.put(id, number);
			}
			else if (absence != null) {
				figures.put(id, absence);
			}
		}
		return figures;
	}

	private Facts facts(Report report) {
		return new Facts(plan(report.period()), report, this.ruleBook);
	}

	private PeriodPlan plan(Period period) {
		return this.plans.computeIfAbsent(period, (one) -> new PeriodPlan(this.edition, one));
	}

	private EvaluationResult result(Facts facts) {
		List<Requirement> owed = facts.plan().owed();
		List<Outcome> outcomes = new ArrayList<>(owed.size());
		for (int i = 0; i < owed.size(); i++) {
			outcomes.add(outcome(facts, i, owed.get(i)));
		}
		facts.credits().sort(Comparator.comparing(Credit::requirement));
		return new EvaluationResult(this.edition, facts.cells().report(), outcomes, List.copyOf(facts.credits()));
	}

	private Outcome outcome(Facts facts, int index, Requirement requirement) {
		PeriodPlan.RequirementPlan plan = facts.plan().requirement(requirement.id());
		List<Obligation> obligations = facts.obligations(index);
		if (facts.isDisordered(index)) {
			obligations.sort(Comparator.comparingInt((one) -> order(one, plan)));
		}
		Exemption exemption = exemption(facts, requirement);
		if (exemption != null) {
			return new Outcome(requirement, OutcomeKind.EXEMPT, null, null, obligations, List.of(), null, null,
					exemption, false);
		}
		Severity severity = worst(obligations);
		if (severity != null) {
			return new Outcome(requirement, OutcomeKind.NOT_MET, plan.finding(), severity, obligations, List.of(), null,
					null, null, false);
		}
		Scopes scopes = scopes(facts, plan);
		if (anyUnknown(obligations) || !scopes.missing.isEmpty()) {
			return new Outcome(requirement, OutcomeKind.NOT_ASSESSABLE, null, null, obligations, scopes.missing,
					scopes.absence, null, null, false);
		}
		String claimed = facts.notApplicable(index);
		if (claimed != null) {
			Bilingual reason = requirement.reasons().getOrDefault(claimed, Bilingual.same(claimed));
			return new Outcome(requirement, OutcomeKind.NOT_APPLICABLE, null, null, obligations, List.of(), null,
					reason, null, false);
		}
		if (anyHolds(obligations)) {
			return new Outcome(requirement, OutcomeKind.MET, null, null, obligations, List.of(), null, null, null,
					false);
		}
		String own = obligations.stream()
			.map(Obligation::notApplicableReason)
			.filter(java.util.Objects::nonNull)
			.findFirst()
			.orElse(scopes.notApplicable);
		if (own != null) {
			return new Outcome(requirement, OutcomeKind.NOT_APPLICABLE, null, null, obligations, List.of(), null,
					Bilingual.same(own), null, false);
		}
		return new Outcome(requirement, OutcomeKind.NOT_ASSESSABLE, null, null, obligations, List.of(), null, null,
				null, true);
	}

	private static boolean anyUnknown(List<Obligation> obligations) {
		for (Obligation one : obligations) {
			if (one.isUnknown()) {
				return true;
			}
		}
		return false;
	}

	private static boolean anyHolds(List<Obligation> obligations) {
		for (Obligation one : obligations) {
			if (Boolean.TRUE.equals(one.holds())) {
				return true;
			}
		}
		return false;
	}

	private int order(Obligation obligation, PeriodPlan.RequirementPlan plan) {
		int i = 0;
		for (int rule : plan.rules()) {
			if (this.edition.rules().get(rule).name().equals(obligation.rule())) {
				return i;
			}
			i++;
		}
		return i;
	}

	/** What the scopes of rules that did not fire lack. */
	private Scopes scopes(Facts facts, PeriodPlan.RequirementPlan plan) {
		List<String> missing = new ArrayList<>(0);
		Absence absence = null;
		String notApplicable = null;
		for (int rule : plan.rules()) {
			if (facts.hasFired(rule)) {
				continue;
			}
			for (String element : facts.plan().rules().get(rule).scopeReads()) {
				Cell cell = facts.cells().cell(element);
				if (cell.absence() == Absence.NOT_APPLICABLE) {
					notApplicable = cell.reason();
				}
				else if (!cell.known()) {
					absence = (absence == null) ? cell.absence() : absence;
					cell.missing().stream().filter((one) -> !missing.contains(one)).forEach(missing::add);
				}
			}
		}
		return new Scopes(missing, absence, notApplicable);
	}

	private @Nullable Exemption exemption(Facts facts, Requirement requirement) {
		Exemption longest = null;
		for (Exemption one : facts.cells().report().exemptions()) {
			boolean counts = one.requirement().equals(requirement.id()) && one.covers(facts.period().to());
			if (counts && (longest == null || LONGEST_FIRST.compare(one, longest) < 0)) {
				longest = one;
			}
		}
		return longest;
	}

	private static @Nullable Severity worst(List<Obligation> obligations) {
		Severity worst = null;
		for (Obligation one : obligations) {
			if (one.fails() && (worst == null || one.severity().compareTo(worst) < 0)) {
				worst = one.severity();
			}
		}
		return worst;
	}

	/**
	 * What is not known of whom rules concern.
	 */
	private record Scopes(List<String> missing, @Nullable Absence absence, @Nullable String notApplicable) {

	}

}
