package se.uppdragskollen.qof;

/**
 * A contract year, from April to March, of which ISD Scotland published the results.
 * Reports call it by the calendar year in which it begins, as its edition is called.
 */
enum QofYear {

	Y2010("2010", "2010/11", "qof_2010_11.csv.gz"), Y2011("2011", "2011/12", "qof_2011_12.csv.gz");

	private final String edition;

	private final String written;

	private final String file;

	QofYear(String edition, String written, String file) {
		this.edition = edition;
		this.written = written;
		this.file = file;
	}

	/** The edition in force, and the reports' period. */
	String edition() {
		return this.edition;
	}

	/** As the rule book writes it. */
	String written() {
		return this.written;
	}

	String file() {
		return this.file;
	}

}
