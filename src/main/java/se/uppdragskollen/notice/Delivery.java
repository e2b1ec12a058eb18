package se.uppdragskollen.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/**
 * Hands one notice to the mail server, and says what came of it.
 */
@Component
class Delivery {

	private static final int LONGEST_ANSWER = 300;

	/** Answers above are final, but those of logging in: the settings may be mended. */
	private static final int FINAL = 500;

	private final ObjectProvider<JavaMailSender> sender;

	private final MailSettings settings;

	private final Clock clock;

	Delivery(ObjectProvider<JavaMailSender> sender, MailSettings settings, Clock clock) {
		this.sender = sender;
		this.settings = settings;
		this.clock = clock;
	}

	/** What came of it. */
	sealed interface Outcome {

	}

	/** The server has taken it. */
	record Taken() implements Outcome {

	}

	/** The server will never take it. */
	record Refused(String answer) implements Outcome {

	}

	/**
	 * Not now.
	 *
	 * @param away whether the server takes nothing at all, whoever it is for
	 */
	record NotNow(String answer, boolean away) implements Outcome {

	}

	Outcome send(Outgoing notice, String address) {
		if (!MailSettings.isMailAddress(address)) {
			return new Refused(Answer.BAD_ADDRESS.written());
		}
		JavaMailSender server = this.sender.getIfAvailable();
		if (server == null || !this.settings.isOn()) {
			return new NotNow(Answer.NO_SERVER.written(), true);
		}
		try {
			server.send(message(server, notice, address));
			return new Taken();
		}
		catch (MailException ex) {
			return outcome(ex);
		}
		catch (MessagingException ex) {
			return new Refused(told(ex));
		}
	}

	private MimeMessage message(JavaMailSender server, Outgoing notice, String address) throws MessagingException {
		MailText text = new MailText(notice, this.settings.serviceAddress(), LocalDate.now(this.clock));
		MimeMessage message = server.createMimeMessage();
		InternetAddress from = new InternetAddress(this.settings.from(), true);
		message.setFrom(from);
		message.setRecipient(Message.RecipientType.TO, new InternetAddress(address, true));
		message.setSubject(text.subject(), "UTF-8");
		message.setText(text.body(), "UTF-8");
		message.setSentDate(Date.from(this.clock.instant()));
		String domain = from.getAddress().substring(from.getAddress().indexOf('@') + 1);
		// The same at each attempt: a server that has it already can tell
		message.setHeader("Message-ID",
				"<notice-" + notice.id() + "-" + notice.since().getEpochSecond() + "@" + domain + ">");
		message.setHeader("Auto-Submitted", "auto-generated");
		message.setHeader("X-Auto-Response-Suppress", "All");
		message.setHeader("List-Unsubscribe", "<" + text.choice() + ">");
		return message;
	}

	private static Outcome outcome(MailException thrown) {
		List<Throwable> all = new ArrayList<>();
		gather(thrown, all);
		Throwable last = all.get(all.size() - 1);
		for (Throwable one : all) {
			if (one instanceof AuthenticationFailedException) {
				return new NotNow(told(one), true);
			}
		}
		for (Throwable one : all) {
			int code = code(one);
			if (code > 0) {
				boolean login = code == 530 || code == 534 || code == 535 || code == 538;
				return (code >= FINAL && !login) ? new Refused(told(one)) : new NotNow(told(one), login || code == 421);
			}
		}
		return new NotNow(told(last), true);
	}

	/** Everything that it wraps, the outermost first. */
	private static void gather(@Nullable Throwable one, List<Throwable> all) {
		if (one == null || all.contains(one)) {
			return;
		}
		all.add(one);
		if (one instanceof MailSendException several) {
			for (Exception inner : several.getMessageExceptions()) {
				gather(inner, all);
			}
		}
		if (one instanceof MessagingException messaging) {
			gather(messaging.getNextException(), all);
		}
		gather(one.getCause(), all);
	}

	private static int code(Throwable one) {
		if (one instanceof SMTPAddressFailedException address) {
			return address.getReturnCode();
		}
		if (one instanceof SMTPSenderFailedException from) {
			return from.getReturnCode();
		}
		// Where one address is refused, this holds the answer to what came after
		if (one instanceof SMTPSendFailedException whole && !(whole.getNextException() instanceof MessagingException)) {
			return whole.getReturnCode();
		}
		return -1;
	}

	private static String told(Throwable one) {
		String text = Objects.requireNonNullElse(one.getMessage(), one.getClass().getSimpleName())
			.replaceAll("[\\p{Cntrl}\\s]+", " ")
			.strip();
		return (text.length() > LONGEST_ANSWER) ? text.substring(0, LONGEST_ANSWER) + "…" : text;
	}

}
