package se.uppdragskollen.followup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.request.Refusal;

/**
 * Confirms several cases at once: all of them or none.
 */
@Component
@Transactional
public class ConfirmCases {

	/** Cases at once. */
	static final int MOST = 200;

	private final Cases cases;

	private final CasePermits permits;

	private final ActOnCase act;

	private final ReadCases read;

	ConfirmCases(Cases cases, CasePermits permits, ActOnCase act, ReadCases read) {
		this.cases = cases;
		this.permits = permits;
		this.act = act;
		this.read = read;
	}

	/**
	 * Confirms them.
	 * @param wanted which, with the versions that were looked at
	 * @param reason why, for the centres to read
	 * @return the cases as they are then, in the order asked
	 * @throws Refusal when one of them cannot be confirmed; then none is
	 */
	public List<CaseRow> confirm(Actor actor, @Nullable List<@Nullable Versioned> wanted, @Nullable String reason) {
		actor.require(Act.DECIDE_CASE);
		List<Versioned> sound = sound(wanted);
		Written written = new Written();
		String text = written.required("reason", reason, Written.LONGEST);
		written.end();
		Map<Long, FollowUpCase> locked = new TreeMap<>();
		// in one order, so that two who confirm the same cases do not wait for each other
		sound.stream()
			.sorted(Comparator.comparing(Versioned::id))
			.forEach((one) -> locked.put(one.id(), lock(actor, one)));
		locked.values().forEach((one) -> this.act.confirm(actor, one, text));
		return sound.stream().map((one) -> this.read.row(actor, one.id())).toList();
	}

	private FollowUpCase lock(Actor actor, Versioned wanted) {
		FollowUpCase one = this.cases.lock(actor, wanted.id())
			.orElseThrow(() -> Refusal.notFound("case-not-found", wanted.id()));
		CasePermits.require(actor, one, CaseAct.CONFIRM);
		if (one.version() != wanted.version()) {
			throw Refusal.outdated(this.read.view(actor, one));
		}
		this.permits.requireNow(actor, one, CaseAct.CONFIRM);
		return one;
	}

	private static List<Versioned> sound(@Nullable List<@Nullable Versioned> wanted) {
		if (wanted == null || wanted.isEmpty() || wanted.size() > MOST) {
			throw Refusal.invalid("/cases", "cases-expected", MOST);
		}
		List<Versioned> sound = new ArrayList<>();
		Set<Long> ids = new HashSet<>();
		for (int i = 0; i < wanted.size(); i++) {
			Versioned one = wanted.get(i);
			if (one == null || !ids.add(one.id())) {
				throw Refusal.invalid("/cases/" + i, "case-once");
			}
			sound.add(one);
		}
		return sound;
	}

	/**
	 * A case as somebody looked at it.
	 *
	 * @param id its id
	 * @param version its version then
	 */
	public record Versioned(long id, long version) {

	}

}
