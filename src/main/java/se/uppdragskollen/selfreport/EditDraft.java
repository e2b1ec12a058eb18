package se.uppdragskollen.selfreport;

import java.time.Clock;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.request.Refusal;
import tools.jackson.databind.JsonNode;

/**
 * A centre types its self-report: opens a draft, saves it as it stands, gives it up.
 * Whoever saves says which version it rests on; who was too late gets the newer one back
 * to compare with, so that nobody's text is lost.
 */
@Component
@Transactional
public class EditDraft {

	private final Drafts drafts;

	private final ReportStates states;

	private final ReportVersions versions;

	private final ReportUnits units;

	private final OwedReports owed;

	private final DraftReports reports;

	private final Audit audit;

	private final Clock clock;

	EditDraft(Drafts drafts, ReportStates states, ReportVersions versions, ReportUnits units, OwedReports owed,
			DraftReports reports, Audit audit, Clock clock) {
		this.drafts = drafts;
		this.states = states;
		this.versions = versions;
		this.units = units;
		this.owed = owed;
		this.reports = reports;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * The draft, for the centre's own people only.
	 * @throws Refusal when there is none
	 */
	@Transactional(readOnly = true)
	public CurrentDraft read(Actor actor, ReportKey key) {
		actor.require(Act.EDIT_DRAFT, key.unit());
		return current(this.drafts.find(key).orElseThrow(() -> Refusal.notFound("no-draft")), false);
	}

	/**
	 * Opens a draft: with what stays from the last report, or, to correct what was handed
	 * in, with the newest version. When one is open already it is that one.
	 * @throws Refusal when the period is not to be reported by the unit
	 */
	public CurrentDraft open(Actor actor, ReportKey key) {
		actor.require(Act.EDIT_DRAFT, key.unit());
		Edition edition = this.owed.edition(key);
		this.units.requireOpen(key);
		this.states.begin(key);
		ReportState state = this.states.lock(key).orElseThrow();
		DraftContent content = (state.latest() != null) ? this.versions.typed(key, state.latest()).orElseThrow()
				: this.versions.before(key)
					.map((last) -> new Prefill(this.reports, edition, key).after(last))
					.orElse(DraftContent.EMPTY);
		boolean isNew = this.drafts.insert(key, content, actor.person(), this.clock.instant());
		if (isNew) {
			this.audit.note(actor, "open-draft", key.subject(), key.unit(), Map.of("state", state.state()));
		}
		return current(this.drafts.find(key).orElseThrow(), isNew);
	}

	/**
	 * Saves the whole draft as typed.
	 * @param version the version that was typed into
	 * @param body {@code {"entries": {…}, "comment": "…"}}
	 * @throws Refusal when somebody else saved meanwhile, or the body has not the shape
	 * of a draft
	 */
	public CurrentDraft save(Actor actor, ReportKey key, long version, JsonNode body) {
		actor.require(Act.EDIT_DRAFT, key.unit());
		DraftContent content = DraftShape.read(body, this.owed.edition(key));
		Draft before = locked(key, version);
		return saved(actor, key, content.savedOver(before.content()), "save-draft");
	}

	/**
	 * Saves the answers to some elements as typed; those to others stay.
	 * @param version the version that was typed into
	 * @throws Refusal when somebody else saved meanwhile, or an answer has not the shape
	 * of a draft's
	 */
	public CurrentDraft change(Actor actor, ReportKey key, long version, Map<String, DraftEntry> answers) {
		actor.require(Act.EDIT_DRAFT, key.unit());
		DraftShape.check(answers, this.owed.edition(key));
		DraftContent before = locked(key, version).content();
		return saved(actor, key, before.replaced(answers).savedOver(before), "save-draft");
	}

	/**
	 * Puts what a file says into the draft; what the file does not speak of stays.
	 * @throws Refusal when somebody else saved meanwhile
	 */
	CurrentDraft merge(Actor actor, ReportKey key, long version, Map<String, DraftEntry> entries) {
		actor.require(Act.EDIT_DRAFT, key.unit());
		DraftContent merged = locked(key, version).content().with(entries);
		return saved(actor, key, merged, "upload-draft");
	}

	/**
	 * Gives a draft up. What was handed in before stays.
	 * @throws Refusal when somebody else saved meanwhile
	 */
	public void discard(Actor actor, ReportKey key, long version) {
		actor.require(Act.EDIT_DRAFT, key.unit());
		locked(key, version);
		this.drafts.delete(key);
		this.audit.note(actor, "discard-draft", key.subject(), key.unit(), Map.of("version", version));
	}

	private Draft locked(ReportKey key, long version) {
		this.states.lock(key);
		Draft before = this.drafts.lock(key).orElseThrow(() -> Refusal.notFound("no-draft"));
		if (before.version() != version) {
			throw Refusal.outdated(before);
		}
		return before;
	}

	private CurrentDraft saved(Actor actor, ReportKey key, DraftContent content, String act) {
		this.drafts.update(key, content, actor.person(), this.clock.instant());
		Draft draft = this.drafts.find(key).orElseThrow();
		this.audit.note(actor, act, key.subject(), key.unit(), Map.of("version", draft.version()));
		return current(draft, false);
	}

	private CurrentDraft current(Draft draft, boolean isNew) {
		return new CurrentDraft(draft, this.reports.read(draft.key(), draft.entries()),
				this.versions.before(draft.key()).orElse(null), isNew);
	}

}
