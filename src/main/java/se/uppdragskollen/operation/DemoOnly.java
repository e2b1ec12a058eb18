package se.uppdragskollen.operation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * A component that exists when the service was started as a demo, and cannot otherwise:
 * it asks how the service was started, not a setting.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(DemoOnly.StartedAsDemo.class)
public @interface DemoOnly {

	/**
	 * Whether the service was started as a demo.
	 */
	final class StartedAsDemo implements Condition {

		@Override
		public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
			ConfigurableListableBeanFactory beans = context.getBeanFactory();
			return beans != null && beans.getSingleton("serviceOptions") instanceof ServiceOptions options
					&& options.demo();
		}

	}

}
