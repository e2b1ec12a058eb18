package planted.document;

/** Talks to a person from inside the engine. */
final class Prints {

	private Prints() {
	}

	static void aloud(String text) {
		System.out.println(text);
	}

}
