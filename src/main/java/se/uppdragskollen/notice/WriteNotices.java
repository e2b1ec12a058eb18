package se.uppdragskollen.notice;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.followup.CaseMoved;
import se.uppdragskollen.selfreport.ReportReturned;
import se.uppdragskollen.statement.SignalAnswered;

/**
 * Writes a notice for whom something that happened concerns, in the transaction in which
 * it happens: neither is there without the other.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class WriteNotices {

	private final Notices notices;

	private final MailSettings settings;

	WriteNotices(Notices notices, MailSettings settings) {
		this.notices = notices;
		this.settings = settings;
	}

	@EventListener
	void returned(ReportReturned event) {
		if (this.settings.isOn()) {
			NoticeKind kind = NoticeKind.REPORT_RETURNED;
			this.notices.add(this.notices.ofCentre(event.key().unit(), kind, event.by()),
					Told.of(kind, event.key(), null, false));
		}
	}

	@EventListener
	void answered(SignalAnswered event) {
		if (this.settings.isOn()) {
			NoticeKind kind = NoticeKind.SIGNAL_ANSWERED;
			long inviter = this.notices.inviter(event.link());
			List<Long> people = this.notices.ofRegion(event.unit(), kind, 0, "reviewer", "commissioner");
			if (people.contains(inviter)) {
				this.notices.add(List.of(inviter), Told.of(kind, event.unit(), null, null, false));
			}
		}
	}

	@EventListener
	void moved(CaseMoved event) {
		if (!this.settings.isOn()) {
			return;
		}
		NoticeKind kind = kind(event);
		if (kind == null) {
			return;
		}
		List<Long> people = switch (kind) {
			case ANSWERED -> reviewers(event);
			case SECOND_EYES -> this.notices.ofRegion(event.unit(), kind, event.by(), "reviewer", "commissioner");
			default -> this.notices.ofCentre(event.unit(), kind, event.by());
		};
		this.notices.add(people, Told.of(kind, event.unit(), event.id(), event.due(), false));
	}

	private @Nullable NoticeKind kind(CaseMoved event) {
		return switch (event.act()) {
			case CONFIRM -> NoticeKind.TO_ANSWER;
			case ANSWER -> NoticeKind.ANSWERED;
			case OPEN_DIALOGUE, AGREE -> NoticeKind.DIALOGUE;
			case CLOSE, REOPEN, START_RE_CHECK, ESCALATE, RAISE_TO_DEVIATION, EXTEND -> NoticeKind.DECIDED;
			case PROPOSE_ESCALATION -> NoticeKind.SECOND_EYES;
			case NOTE, ADD_ACTION, CHANGE_ACTION ->
				this.notices.belongsTo(event.by(), event.unit()) ? NoticeKind.ANSWERED : NoticeKind.DIALOGUE;
			default -> null;
		};
	}

	/** Who sees to the case; while nobody does, every reviewer who may. */
	private List<Long> reviewers(CaseMoved event) {
		List<Long> all = this.notices.ofRegion(event.unit(), NoticeKind.ANSWERED, event.by(), "reviewer");
		Long one = event.reviewer();
		if (one == null || !this.notices.isReviewer(one)) {
			return all;
		}
		return all.contains(one) ? List.of(one) : List.of();
	}

}
