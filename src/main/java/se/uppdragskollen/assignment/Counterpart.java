package se.uppdragskollen.assignment;

import se.uppdragskollen.document.Word;

/**
 * Who meets the centre's patients too and may say how the work together goes.
 */
public enum Counterpart implements Word {

	/** The municipality's health and social care. */
	MUNICIPALITY("municipality"),

	/** The hospital. */
	HOSPITAL("hospital"),

	/** Specialist psychiatry. */
	PSYCHIATRY("psychiatry"),

	/** Patients and their kin. */
	PATIENTS("patients"),

	/** The centre itself, about a counterpart. */
	CENTRE("centre");

	private final String word;

	Counterpart(String word) {
		this.word = word;
	}

	@Override
	public String word() {
		return this.word;
	}

}
