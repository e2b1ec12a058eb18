package se.uppdragskollen.evaluation.drools;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.runtime.StatelessKieSession;
import se.uppdragskollen.evaluation.Facts;
import se.uppdragskollen.evaluation.RuleBook;

/**
 * Compiled rules and formulas of one revision.
 */
final class DroolsRuleBook implements RuleBook {

	private final KieBase kieBase;

	private final Formulas formulas;

	DroolsRuleBook(KieBase kieBase, Formulas formulas) {
		this.kieBase = kieBase;
		this.formulas = formulas;
	}

	@Override
	public void fire(List<Facts> facts) {
		StatelessKieSession session = this.kieBase.newStatelessKieSession();
		session.execute(facts);
	}

	@Override
	public @Nullable Object evaluate(String derived, Map<String, @Nullable Object> inputs) {
		return this.formulas.evaluate(derived, inputs);
	}

}
