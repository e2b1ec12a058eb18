package planted.evaluation.inside;

/** What another module may not know. */
public record Inside(String secret) {

}
