package planted.rule;

import planted.evaluation.inside.Inside;

/** A module below that knows the inside of one above. */
record KnowsAnInside(Inside inside) {

}
