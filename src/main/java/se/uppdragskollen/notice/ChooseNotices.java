package se.uppdragskollen.notice;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.language.Language;
import se.uppdragskollen.request.Refusal;

/**
 * Somebody says which notices to get by mail, and in which language. Everybody does so
 * for themselves and nobody else.
 */
@Component
@Transactional
public class ChooseNotices {

	private final JdbcClient jdbc;

	private final Audit audit;

	ChooseNotices(JdbcClient jdbc, Audit audit) {
		this.jdbc = jdbc;
		this.audit = audit;
	}

	/**
	 * What somebody has chosen.
	 *
	 * @param address where mail goes, null when no address is registered
	 * @param language of the mail
	 * @param kinds those that there are for the person
	 * @param declined those of them that the person does not get
	 */
	public record Choice(@Nullable String address, Language language, List<NoticeKind> kinds,
			Set<NoticeKind> declined) {

		public boolean wants(NoticeKind kind) {
			return !this.declined.contains(kind);
		}

	}

	@Transactional(readOnly = true)
	public Choice of(Actor actor) {
		return this.jdbc.sql("""
				select p.email, c.language, c.declined from person p left join notice_choice c on c.person = p.id
				where p.id = ?
				""").param(actor.person()).query((row, i) -> {
			String[] declined = (row.getArray("declined") == null) ? new String[0]
					: (String[]) row.getArray("declined").getArray();
			Set<String> words = Set.of(declined);
			return new Choice(row.getString("email"),
					(row.getString("language") == null)
							? Language.SV : Language.ofCode(row.getString("language")).orElse(Language.SV),
					NoticeKind.of(actor),
					NoticeKind.of(actor)
						.stream()
						.filter((kind) -> words.contains(kind.word()))
						.collect(java.util.stream.Collectors.toUnmodifiableSet()));
		}).single();
	}

	/**
	 * Keeps a choice. What the person's roles do not bring stays as it was, should they
	 * bring it again.
	 * @param wanted the words of the kinds to get
	 * @throws Refusal when there is no such language
	 */
	public void choose(Actor actor, String language, Set<String> wanted) {
		Language chosen = Language.ofCode(language)
			.orElseThrow(() -> Refusal.invalid("/language", "template-language"));
		List<String> own = NoticeKind.of(actor).stream().map(NoticeKind::word).toList();
		List<String> declined = own.stream().filter((word) -> !wanted.contains(word)).toList();
		this.jdbc.sql("""
				insert into notice_choice (person, language, declined) values (:person, :language, :declined)
				on conflict (person) do update set language = excluded.language, declined = array(
				select word from unnest(notice_choice.declined) as word where word <> all(:own)
				union select unnest(excluded.declined))
				""")
			.param("person", actor.person())
			.param("language", chosen.code())
			.param("declined", declined.toArray(String[]::new))
			.param("own", own.toArray(String[]::new))
			.update();
		this.audit.note(actor, "notices-chosen", "person:" + actor.person(), null,
				Map.of("language", chosen.code(), "declined", declined));
	}

}
