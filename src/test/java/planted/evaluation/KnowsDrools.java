package planted.evaluation;

import org.kie.api.KieBase;

/** Knows the rule engine outside the one package that may. */
record KnowsDrools(KieBase rules) {

}
