package se.uppdragskollen.operation;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.document.Problem;
import se.uppdragskollen.edition.PublishEditions;
import se.uppdragskollen.evaluation.RuleBooks;
import se.uppdragskollen.evaluation.drools.DroolsRuleBooks;
import se.uppdragskollen.language.Language;

/**
 * The editions of the region's folder, taken in at every start.
 */
@Configuration(proxyBeanMethods = false)
class RuleBookSetup {

	private static final Logger LOG = LoggerFactory.getLogger(RuleBookSetup.class);

	@Bean
	RuleBooks ruleBooks(ServiceOptions options) {
		return new DroolsRuleBooks(options.cache());
	}

	@Bean
	@Order(0)
	ApplicationRunner takeInEditions(ServiceOptions options, PublishEditions publish) {
		return (arguments) -> {
			List<Problem> problems = publish.from(options.home(), Audit.SYSTEM);
			problems.forEach((problem) -> LOG.error("edition not taken in: {}", problem.text(Language.EN)));
		};
	}

	/**
	 * Logins are cleaned up by a timer of their own, which must not be faster than the
	 * schema.
	 */
	@Bean
	static BeanFactoryPostProcessor sessionsAfterSchema() {
		return (beans) -> {
			if (beans.containsBeanDefinition("sessionRepository")) {
				beans.getBeanDefinition("sessionRepository").setDependsOn("flywayInitializer");
			}
		};
	}

}
