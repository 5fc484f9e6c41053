package candour.exemptions;

/** What a proposal comes to. Both are kept: a rate needs what was not withheld as well. */
public sealed interface Conclusion {

  /** The provision is disapplied to the item, and the person is told of it or not. */
  record Apply(Telling telling) implements Conclusion {}

  /** The provision applies: nothing is withheld under this exemption. */
  record Refrain() implements Conclusion {}
}
