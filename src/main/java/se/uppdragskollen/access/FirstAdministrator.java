package se.uppdragskollen.access;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.audit.Audit;

/**
 * The way in when nobody can give roles yet: whom the operator's settings name becomes
 * the administrator. As soon as there is one, the settings do nothing.
 */
@Component
@EnableConfigurationProperties(FirstAdministrator.Settings.class)
class FirstAdministrator implements ApplicationRunner {

	private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

	private final People people;

	private final Audit audit;

	private final Settings settings;

	FirstAdministrator(People people, Audit audit, Settings settings) {
		this.people = people;
		this.audit = audit;
		this.settings = settings;
	}

	@Override
	@Transactional
	public void run(ApplicationArguments arguments) {
		String issuer = this.settings.issuer();
		String subject = this.settings.subject();
		String name = this.settings.name();
		if (issuer == null || subject == null || name == null) {
			return;
		}
		this.people.oneAtATime();
		if (this.people.hasAdministrator()) {
			return;
		}
		Person person = new Person(0, issuer, subject, name, null, null, false, true, 1, List.of());
		this.people.add(person).ifPresentOrElse((id) -> {
			this.people.give(id, new Grant(Role.ADMINISTRATOR, null));
			this.audit.note(Audit.SYSTEM, "first-administrator", "person:" + id, null, Map.of());
			LOG.info("registered the first administrator as person {}", id);
		}, () -> LOG.warn("the first administrator is not registered: that login belongs to somebody already"));
	}

	/**
	 * Who that is: {@code uppdragskollen.first-administrator.…}, all three or none.
	 *
	 * @param issuer the login provider
	 * @param subject the provider's id of the person
	 * @param name as others see it
	 * @throws IllegalArgumentException when some are missing
	 */
	@ConfigurationProperties("uppdragskollen.first-administrator")
	record Settings(@Nullable String issuer, @Nullable String subject, @Nullable String name) {

		Settings {
			boolean none = issuer == null && subject == null && name == null;
			if (!none && (isBlank(issuer) || isBlank(subject) || isBlank(name))) {
				throw new IllegalArgumentException(
						"uppdragskollen.first-administrator takes issuer, subject and name, all three");
			}
		}

		private static boolean isBlank(@Nullable String value) {
			return value == null || value.isBlank();
		}

	}

}
