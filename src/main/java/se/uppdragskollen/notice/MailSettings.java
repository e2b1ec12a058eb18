package se.uppdragskollen.notice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * How mail is sent, as the operator has set it. Without a mail server, a sender and the
 * service's own address nothing is written and nothing is sent.
 */
@Component
public class MailSettings {

	private static final String HOST = "spring.mail.host";

	private static final String FROM = "uppdragskollen.mail.from";

	private static final String ADDRESS = "uppdragskollen.mail.service-address";

	private final Environment environment;

	private final Duration gather;

	private final Duration giveUpAfter;

	private final Duration keep;

	MailSettings(Environment environment) {
		this.environment = environment;
		this.gather = environment.getProperty("uppdragskollen.mail.gather", Duration.class, Duration.ofMinutes(2));
		this.giveUpAfter = environment.getProperty("uppdragskollen.mail.give-up-after", Duration.class,
				Duration.ofDays(3));
		this.keep = environment.getProperty("uppdragskollen.mail.keep", Duration.class, Duration.ofDays(90));
	}

	/** Whether a mail server is named. */
	public boolean isWanted() {
		return !text(HOST).isEmpty();
	}

	/** The settings without which, or with whose value, nothing can be sent. */
	public List<String> wrong() {
		List<String> wrong = new ArrayList<>();
		if (!isWanted()) {
			wrong.add(HOST);
		}
		if (!isMailAddress(from())) {
			wrong.add(FROM);
		}
		if (!serviceAddress().toLowerCase(Locale.ROOT).matches("https?://[a-z0-9][a-z0-9.-]*(:\\d+)?(/[!-~]*)?")) {
			wrong.add(ADDRESS);
		}
		return wrong;
	}

	/** Whether mail is sent. */
	public boolean isOn() {
		return wrong().isEmpty();
	}

	/** The mail server, {@code host:port}. */
	public String server() {
		return text(HOST) + ":" + this.environment.getProperty("spring.mail.port", "25");
	}

	/** Whom the service logs in as there, empty for nobody. */
	public String login() {
		return text("spring.mail.username");
	}

	/**
	 * How the way there is kept secret: {@code tls}, {@code starttls},
	 * {@code starttls-if-offered}, {@code none}.
	 */
	public String encryption() {
		if (text("spring.mail.protocol").equals("smtps") || flag("spring.mail.properties.mail.smtp.ssl.enable")
				|| flag("spring.mail.ssl.enabled")) {
			return "tls";
		}
		if (flag("spring.mail.properties.mail.smtp.starttls.required")) {
			return "starttls";
		}
		return flag("spring.mail.properties.mail.smtp.starttls.enable") ? "starttls-if-offered" : "none";
	}

	/** Who the mail is from. */
	public String from() {
		return text(FROM);
	}

	/** Where people open the service, without a slash at the end. */
	public String serviceAddress() {
		String address = text(ADDRESS);
		return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
	}

	/** How long a notice waits for others of the same kind. */
	Duration gather() {
		return this.gather;
	}

	/** How long it is tried. */
	public Duration giveUpAfter() {
		return this.giveUpAfter;
	}

	/** How long it is kept that a notice was sent or given up. */
	public Duration keep() {
		return this.keep;
	}

	static boolean isMailAddress(String address) {
		try {
			return !address.isEmpty() && new InternetAddress(address, true).getAddress().contains("@");
		}
		catch (AddressException ex) {
			return false;
		}
	}

	private boolean flag(String name) {
		return this.environment.getProperty(name, Boolean.class, false);
	}

	private String text(String name) {
		return this.environment.getProperty(name, "").strip();
	}

}
