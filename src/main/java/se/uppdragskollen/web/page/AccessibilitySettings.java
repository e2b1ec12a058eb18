package se.uppdragskollen.web.page;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whom to tell when something is not accessible: {@code uppdragskollen.accessibility.…}.
 * Empty until the region has said whom.
 *
 * @param email an e-mail address
 * @param phone a telephone number, as people write it
 */
@ConfigurationProperties("uppdragskollen.accessibility")
public record AccessibilitySettings(@DefaultValue("") String email, @DefaultValue("") String phone) {

	/**
	 * Checks them.
	 * @throws IllegalArgumentException when they could not be written or called to
	 */
	public AccessibilitySettings {
		email = email.strip();
		phone = phone.strip();
		if (!email.isEmpty() && !email.matches("[^@\\s]+@[^@\\s]+") || !phone.matches("(?:\\+?[\\d\\s()–-]+)?")) {
			throw new IllegalArgumentException(
					"uppdragskollen.accessibility: email must be an e-mail address, and phone "
							+ "a telephone number of figures, spaces and hyphens");
		}
	}

	/** Whether anything is known. */
	public boolean isGiven() {
		return !this.email.isEmpty() || !this.phone.isEmpty();
	}

	/** The telephone number as a link takes it. */
	public String dialled() {
		return this.phone.replace("(0)", "").replaceAll("[^+\\d]", "");
	}

}
