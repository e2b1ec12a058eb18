package se.uppdragskollen.followup;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.request.Refusal;

/**
 * Keeps the views of the work list that somebody has named: only for that person.
 */
@Component
@Transactional
public class KeepViews {

	/** More nobody finds their way among. */
	static final int MOST = 20;

	/** Signs of a name at most. */
	static final int LONGEST_NAME = 60;

	/** Signs of all that a view asks for: what a person chooses is far shorter. */
	private static final int LONGEST_FIELDS = 500;

	private static final long NONE = 0;

	private final SavedViews views;

	private final Audit audit;

	KeepViews(SavedViews views, Audit audit) {
		this.views = views;
		this.audit = audit;
	}

	/** One's own, by their names. */
	@Transactional(readOnly = true)
	public List<SavedView> list(Actor actor) {
		actor.require(Act.READ_OVERVIEW);
		return this.views.of(actor.person());
	}

	/** The one that the list opens with, if any. */
	@Transactional(readOnly = true)
	public Optional<SavedView> opening(Actor actor) {
		actor.require(Act.READ_OVERVIEW);
		return this.views.opening(actor.person());
	}

	/**
	 * Names a view.
	 * @param fields what it asks for, by the names of the address
	 * @param opens whether the list is to open with it
	 * @throws Refusal when the name cannot be taken, or there are too many
	 */
	public void save(Actor actor, @Nullable String name, Map<String, String> fields, boolean opens) {
		actor.require(Act.READ_OVERVIEW);
		List<SavedView> all = this.views.lock(actor.person());
		String sound = name(name, all, NONE);
		if (all.size() >= MOST) {
			throw Refusal.conflict("view-many", MOST);
		}
		if (fields.values().stream().mapToInt(String::length).sum() > LONGEST_FIELDS) {
			throw Refusal.conflict("view-too-long");
		}
		long id = this.views.add(actor.person(), sound, fields);
		if (opens) {
			this.views.open(actor.person(), id);
		}
		note(actor, "work-view-saved", id);
	}

	/**
	 * Gives it another name.
	 * @throws Refusal when there is no such view of one's own, or the name cannot be
	 * taken
	 */
	public void rename(Actor actor, long id, @Nullable String name) {
		actor.require(Act.READ_OVERVIEW);
		List<SavedView> all = this.views.lock(actor.person());
		require(all, id);
		this.views.rename(id, name(name, all, id));
		note(actor, "work-view-renamed", id);
	}

	/**
	 * Makes it the one that the list opens with, or no longer.
	 * @throws Refusal when there is no such view of one's own
	 */
	public void open(Actor actor, long id, boolean opens) {
		actor.require(Act.READ_OVERVIEW);
		require(this.views.lock(actor.person()), id);
		this.views.open(actor.person(), opens ? id : NONE);
		note(actor, opens ? "work-view-opens" : "work-view-opens-not", id);
	}

	/**
	 * Removes it.
	 * @throws Refusal when there is no such view of one's own
	 */
	public void remove(Actor actor, long id) {
		actor.require(Act.READ_OVERVIEW);
		require(this.views.lock(actor.person()), id);
		this.views.remove(id);
		note(actor, "work-view-removed", id);
	}

	private static String name(@Nullable String typed, List<SavedView> all, long own) {
		Written written = new Written();
		String name = written.required("name", typed, LONGEST_NAME);
		if (all.stream().anyMatch((one) -> one.id() != own && one.name().equalsIgnoreCase(name))) {
			written.at("name").say("view-name-taken");
		}
		written.end();
		return name;
	}

	private static void require(List<SavedView> all, long id) {
		if (all.stream().noneMatch((one) -> one.id() == id)) {
			throw Refusal.notFound("view-not-found");
		}
	}

	private void note(Actor actor, String act, long id) {
		this.audit.note(actor, act, "work-view:" + id, null, Map.of());
	}

}
