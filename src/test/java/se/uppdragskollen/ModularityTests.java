package se.uppdragskollen;

import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The packages below the root are modules: no circles, and no module knows another's
 * inside.
 */
class ModularityTests {

	/** Whoever starts the product chooses the rule engine. */
	private static final String CHOICE_OF_ENGINE = "depends on non-exposed type "
			+ "se.uppdragskollen.evaluation.drools.DroolsRuleBooks within module 'evaluation'";

	@Test
	void modulesHaveNoCirclesAndKnowNoInside() {
		Violations violations = modules("se.uppdragskollen", ImportOption.Predefined.DO_NOT_INCLUDE_TESTS);
		assertThat(violations.filter((one) -> !one.hasMessageContaining(CHOICE_OF_ENGINE)).getMessages()).isEmpty();
	}

	@Test
	void noticesCirclesAndKnowledgeOfAnInside() {
		Violations violations = modules("planted", (location) -> true);
		assertThat(violations.getMessages()).anyMatch((message) -> message.startsWith("Cycle detected: Slice demo"))
			.anyMatch((message) -> message.startsWith("Module 'rule' depends on non-exposed type "
					+ "planted.evaluation.inside.Inside within module 'evaluation'!"));
	}

	private static Violations modules(String root, ImportOption option) {
		return ApplicationModules.of(root, option).detectViolations();
	}

}
