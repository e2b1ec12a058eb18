package se.uppdragskollen.access;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.document.Position;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.report.Identifiers;
import se.uppdragskollen.report.PersonalNumbers;

/**
 * What somebody enters about a person or system, not yet checked; null and empty are the
 * same. {@link Person} says what each part is.
 *
 * @param issuer needed to register, never changed
 * @param subject needed to register, never changed
 * @param name needed
 * @param email may be empty
 * @param hsaId may be empty
 * @param system no, unless told
 * @param active yes, unless told; a change has to tell
 */
public record PersonEntry(@Nullable String issuer, @Nullable String subject, @Nullable String name,
		@Nullable String email, @Nullable String hsaId, @Nullable Boolean system, @Nullable Boolean active) {

	private static final int LONGEST = 200;

	private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;]+@[^\\s@<>,;]+\\.[^\\s@<>,;]+");

	/** Checks an entry of somebody new. */
	Person added(Problems problems) {
		String by = needed("issuer", this.issuer, problems);
		String who = needed("subject", this.subject, problems);
		return person(new Person(0, by, who, "", null, null, false, true, 1, List.of()), problems);
	}

	/** Checks a change of somebody's entry. */
	Person changed(Person before, Problems problems) {
		fixed("issuer", this.issuer, before.issuer(), problems);
		fixed("subject", this.subject, before.subject(), problems);
		if (this.active == null) {
			problems.at("", Position.NOWHERE, "active").say("field-missing");
		}
		if (this.system == null) {
			problems.at("", Position.NOWHERE, "system").say("field-missing");
		}
		return person(before, problems);
	}

	private Person person(Person base, Problems problems) {
		String called = needed("name", this.name, problems);
		String address = text("email", this.email, problems);
		String id = text("hsa_id", this.hsaId, problems);
		if (!address.isEmpty() && !EMAIL.matcher(address).matches()) {
			problems.at("", Position.NOWHERE, "email").found(address).say("email-expected");
		}
		if (!id.isEmpty() && !Identifiers.isHsaId(id)) {
			problems.at("", Position.NOWHERE, "hsa_id").found(id).say("hsa-id-expected");
		}
		return new Person(base.id(), base.issuer(), base.subject(), called, address.isEmpty() ? null : address,
				id.isEmpty() ? null : id, Boolean.TRUE.equals(this.system), !Boolean.FALSE.equals(this.active),
				base.version(), base.roles());
	}

	private static String needed(String field, @Nullable String typed, Problems problems) {
		String text = text(field, typed, problems);
		if (text.isEmpty()) {
			problems.at("", Position.NOWHERE, field).say("field-missing");
		}
		return text;
	}

	private static String text(String field, @Nullable String typed, Problems problems) {
		String text = (typed == null) ? "" : typed.strip();
		if (text.length() > LONGEST) {
			problems.at("", Position.NOWHERE, field).say("text-too-long", LONGEST);
		}
		else if (text.chars().anyMatch((c) -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029)) {
			problems.at("", Position.NOWHERE, field).say("one-line-expected");
		}
		else if (!field.equals("subject") && PersonalNumbers.find(text).isPresent()) {
			problems.at("", Position.NOWHERE, field).say("personal-number-here");
		}
		return text;
	}

	private static void fixed(String field, @Nullable String typed, String known, Problems problems) {
		if (typed != null && !typed.isBlank() && !typed.strip().equals(known)) {
			problems.at("", Position.NOWHERE, field).say("login-fixed");
		}
	}

}
