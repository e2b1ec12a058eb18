package se.uppdragskollen.statement;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.assignment.Counterpart;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.language.Bilingual;
import se.uppdragskollen.report.Flag;
import se.uppdragskollen.request.Refusal;

/**
 * What the bearer of a link sees and says. Who has no link learns nothing: an unknown one
 * takes the same single look-up, by its hash, as one that is over.
 */
@Component
@Transactional
public class AnswerSignalLink {

	private final Subjects subjects;

	private final SignalLinks links;

	private final StatedSignals signals;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	AnswerSignalLink(Subjects subjects, SignalLinks links, StatedSignals signals, Audit audit,
			ApplicationEventPublisher events) {
		this.subjects = subjects;
		this.links = links;
		this.signals = signals;
		this.audit = audit;
		this.events = events;
	}

	/**
	 * What is asked.
	 *
	 * @param unitName what people call the unit
	 * @param counterpart who is asked
	 * @param organisation which one
	 * @param requirement what is asked about, null for the work together in general
	 * @param flags what may be answered
	 * @param longestText signs that the words may have
	 * @param expiresAt when the link stops working
	 */
	public record Form(String unitName, Counterpart counterpart, String organisation, @Nullable Question requirement,
			List<Flag> flags, int longestText, Instant expiresAt) {

	}

	/**
	 * The requirement asked about.
	 *
	 * @param id the id
	 * @param title what it is called
	 * @param text what the assignment says
	 */
	public record Question(String id, Bilingual title, Bilingual text) {

	}

	/**
	 * What was taken in.
	 *
	 * @param flag the colour
	 * @param text the words, null when there were none
	 * @param answeredAt when
	 */
	public record Answered(Flag flag, @Nullable String text, Instant answeredAt) {

	}

	/**
	 * What is asked by a link.
	 * @throws Refusal when there is no such link, or it is over
	 */
	@Transactional(readOnly = true)
	public Form form(String token) {
		SignalLink link = open(token);
		String requirement = link.requirement();
		Question question = (requirement == null) ? null : question(link, requirement);
		return new Form(this.subjects.unitName(link.unit()), link.counterpart(), link.organisation(), question,
				List.of(Flag.values()), Checks.LONGEST, link.expiresAt());
	}

	/** As the edition in force today says it, else the one in force when it was made. */
	private @Nullable Question question(SignalLink link, String requirement) {
		Optional<Edition> edition = this.subjects.edition(link.assignment(), this.subjects.checks().today());
		return edition
			.or(() -> this.subjects.edition(link.assignment(),
					link.madeAt().atZone(this.subjects.clock().getZone()).toLocalDate()))
			.map((one) -> one.requirements().get(requirement))
			.map((one) -> new Question(one.id(), one.title(), one.text()))
			.orElse(null);
	}

	/**
	 * Takes an answer in, once.
	 * @throws Refusal when there is no such link, it is over, or the answer cannot be
	 * taken; then it can be sent again
	 */
	public Answered answer(String token, @Nullable String sentFlag, @Nullable String sentText) {
		SignalLink link = open(token);
		Checks checks = this.subjects.checks();
		Flag flag = checks.word("flag", sentFlag, Flag.class);
		String text = checks.optionalText("text", sentText, Checks.LONGEST);
		checks.end();
		if (!this.links.use(InviteSignal.hash(token))) {
			throw Refusal.gone("signal-link-over");
		}
		Instant now = this.subjects.clock().instant();
		StatedSignal signal = new StatedSignal(0, link.unit(), link.unitName(), link.assignment(), Direction.ABOUT_UNIT,
				link.counterpart(), link.organisation(), flag, link.requirement(), text, checks.today(), null, now,
				link.id(), null, null, null);
		long id = this.signals.add(signal, null);
		this.audit.note("signal-link:" + link.id(), "signal-answered", "signal:" + id, link.unit(),
				NoteSignal.details(signal));
		this.events
			.publishEvent(StatementChanged.between(link.unit(), link.assignment(), signal.date(), signal.date()));
		this.events.publishEvent(new SignalAnswered(link.id(), link.unit()));
		return new Answered(flag, text, now);
	}

	private SignalLink open(String token) {
		SignalLink link = this.links.find(InviteSignal.hash(token))
			.orElseThrow(() -> Refusal.notFound("signal-link-not-found"));
		if (link.state() != LinkState.OPEN) {
			throw Refusal.gone("signal-link-over");
		}
		return link;
	}

}
