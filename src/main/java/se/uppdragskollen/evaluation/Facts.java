package se.uppdragskollen.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.report.Report;
import se.uppdragskollen.rule.Statement;

/**
 * What rules see of one report, {@code Report( … )} in a rule, and where they note what
 * they say. Public because compiled rules call it; for one evaluation and one thread.
 * <p>
 * The words of WHEN answer false for what is not known; a rule whose scope reads
 * something unknown does not fire at all, see {@link #knows}.
 */
public final class Facts {

	private final PeriodPlan plan;

	private final Cells cells;

	private final BitSet fired = new BitSet();

	private final List<Claim> claims;

	private final List<Credit> credits = new ArrayList<>();

	Facts(PeriodPlan plan, Report report, RuleBook ruleBook) {
		this.plan = plan;
		this.cells = new Cells(plan, report, ruleBook);
		this.claims = new ArrayList<>(plan.owed().size());
		for (int i = 0; i < plan.owed().size(); i++) {
			this.claims.add(new Claim());
		}
	}

	/** The kind of the report's period: rules for other kinds do not fire. */
	public String getKind() {
		return this.plan.period().kind().word();
	}

	/** Whether all that a rule's scope reads is known. */
	public boolean knows(int rule) {
		for (String element : this.plan.rules().get(rule).scopeReads()) {
			if (!this.cells.cell(element).known()) {
				return false;
			}
		}
		return true;
	}

	/** {@code number("x")}; null when not known. */
	public @Nullable BigDecimal number(String element) {
		return (this.cells.cell(element).value() instanceof BigDecimal number) ? number : null;
	}

	/** {@code parameter("G23", "p")}; null when the parameter is no number. */
	public @Nullable BigDecimal parameter(String requirement, String name) {
		Limit limit = this.plan.limit(requirement, name);
		return (limit != null && limit.value() instanceof BigDecimal number) ? number : null;
	}

	/** {@code some("x")}. */
	public boolean some(String element) {
		return this.cells.cell(element).value() instanceof BigDecimal number && number.signum() > 0;
	}

	/** {@code none("x")}. */
	public boolean none(String element) {
		return this.cells.cell(element).value() instanceof BigDecimal number && number.signum() == 0;
	}

	/** {@code yes("x")}. */
	public boolean yes(String element) {
		return Boolean.TRUE.equals(this.cells.cell(element).value());
	}

	/** {@code no("x")}. */
	public boolean no(String element) {
		return Boolean.FALSE.equals(this.cells.cell(element).value());
	}

	/** {@code is("x", "choice")}. */
	public boolean is(String element, String choice) {
		return choice.equals(this.cells.cell(element).value());
	}

	/** {@code isNot("x", "choice")}. */
	public boolean isNot(String element, String choice) {
		return this.cells.cell(element).known() && !is(element, choice);
	}

	/** {@code contains("x", "choice")}. */
	public boolean contains(String element, String choice) {
		return this.cells.cell(element).value() instanceof List<?> items && items.contains(choice);
	}

	/** {@code phase("G21", "mandatory")}. */
	public boolean phase(String requirement, String phase) {
		Limit limit = this.plan.limit(requirement, "phase");
		return limit != null && limit.value().equals(phase);
	}

	/**
	 * {@code must($r, "G25")} and {@code should($r, "G25")} of the rule with this place.
	 */
	public Demand demand(int rule, String requirement) {
		this.fired.set(rule);
		return new Demand(this, rule, this.plan.requirement(requirement));
	}

	/** {@code notApplicable($r, "G19").because("reason");}. */
	public void notApplicable(int rule, String requirement, String reason) {
		this.fired.set(rule);
		int index = this.plan.requirement(requirement).index();
		if (index >= 0) {
			this.claims.get(index).notApplicable = reason;
		}
	}

	/** {@code credit($r, "AF03").points("x");}. */
	public void points(int rule, String requirement, String element) {
		credit(rule, requirement, Statement.CreditWord.POINTS, element);
	}

	/** {@code credit($r, "AF03").amount("x");}. */
	public void amount(int rule, String requirement, String element) {
		credit(rule, requirement, Statement.CreditWord.AMOUNT, element);
	}

	private void credit(int rule, String requirement, Statement.CreditWord kind, String element) {
		this.fired.set(rule);
		Cell cell = this.cells.cell(element);
		if (cell.known()) {
			this.credits.add(new Credit(requirement, kind, Rounding.credit(cell.number())));
		}
	}

	boolean hasFired(int rule) {
		return this.fired.get(rule);
	}

	void note(int rule, PeriodPlan.RequirementPlan requirement, Obligation obligation) {
		if (requirement.index() >= 0) {
			Claim claim = this.claims.get(requirement.index());
			claim.disordered |= rule < claim.latestRule;
			claim.latestRule = rule;
			claim.obligations.add(obligation);
		}
	}

	/** Whether rules spoke in another order than they stand in. */
	boolean isDisordered(int requirement) {
		return this.claims.get(requirement).disordered;
	}

	List<Obligation> obligations(int requirement) {
		return this.claims.get(requirement).obligations;
	}

	@Nullable String notApplicable(int requirement) {
		return this.claims.get(requirement).notApplicable;
	}

	List<Credit> credits() {
		return this.credits;
	}

	Cells cells() {
		return this.cells;
	}

	PeriodPlan plan() {
		return this.plan;
	}

	Period period() {
		return this.plan.period();
	}

	/** What rules said of one requirement. */
	private static final class Claim {

		private final List<Obligation> obligations = new ArrayList<>(2);

		private int latestRule;

		private boolean disordered;

		private @Nullable String notApplicable;

	}

}
