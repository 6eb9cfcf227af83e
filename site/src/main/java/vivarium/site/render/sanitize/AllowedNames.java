package vivarium.site.render.sanitize;

import java.util.Set;

/**
 * The names that DOMPurify lets pass unless it is told otherwise, in lower case; of the elements
 * without those that Vivarium forbids in the browser as well, styles and forms.
 */
final class AllowedNames {
  /** Elements of HTML. */
  static final Set<String> HTML =
      names(
          """
          a abbr acronym address area article aside audio b bdi bdo big blink blockquote br button
          canvas caption center cite code col colgroup content data datalist dd decorator del
          details dfn dialog dir div dl dt element em fieldset figcaption figure font footer h1 h2
          h3 h4 h5 h6 header hgroup hr i img input ins kbd label legend li main map mark marquee
          menu menuitem meter nav nobr ol optgroup option output p picture pre progress q rp rt ruby
          s samp search section select shadow slot small source spacer span strike strong sub
          summary sup table tbody td template textarea tfoot th thead time tr track tt u ul var
          video wbr
          """);

  /** Elements of SVG. */
  static final Set<String> SVG =
      names(
          """
          a altglyph altglyphdef altglyphitem animatecolor animatemotion animatetransform circle
          clippath defs desc ellipse feblend fecolormatrix fecomponenttransfer fecomposite
          feconvolvematrix fediffuselighting fedisplacementmap fedistantlight fedropshadow feflood
          fefunca fefuncb fefuncg fefuncr fegaussianblur feimage femerge femergenode femorphology
          feoffset fepointlight fespecularlighting fespotlight fetile feturbulence filter font g
          glyph glyphref hkern image line lineargradient marker mask metadata mpath path pattern
          polygon polyline radialgradient rect stop svg switch symbol text textpath title tref tspan
          view vkern
          """);

  /** Elements of MathML. */
  static final Set<String> MATHML =
      names(
          """
          math menclose merror mfenced mfrac mglyph mi mlabeledtr mmultiscripts mn mo mover mpadded
          mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext
          mtr munder munderover
          """);

  /** Attributes of any of them, besides those that begin with {@code data-} or {@code aria-}. */
  static final Set<String> ATTRIBUTES =
      names(
          """
          accent accent-height accentunder accept accumulate action additive align
          alignment-baseline alt amplitude ascent attributename attributetype autocapitalize
          autocomplete autopictureinpicture autoplay azimuth background basefrequency baseline-shift
          begin bevelled bgcolor bias border by capture cellpadding cellspacing checked cite class
          clear clip clip-path clip-rule clippathunits close color color-interpolation
          color-interpolation-filters color-profile color-rendering cols colspan columnalign
          columnlines columnspacing columnspan command commandfor controls controlslist coords
          crossorigin cx cy d datetime decoding default denomalign depth diffuseconstant dir
          direction disabled disablepictureinpicture disableremoteplayback display displaystyle
          divisor dominant-baseline download draggable dur dx dy edgemode elevation encoding enctype
          end enterkeyhint exponent exportparts face fence fill fill-opacity fill-rule filter
          filterunits flood-color flood-opacity font-family font-size font-size-adjust font-stretch
          font-style font-variant font-weight for frame fx fy g1 g2 glyph-name glyphref
          gradienttransform gradientunits headers height hidden high href hreflang id
          image-rendering in in2 inert inputmode integrity intercept ismap k k1 k2 k3 k4
          kernelmatrix kernelunitlength kerning keypoints keysplines keytimes kind label lang
          largeop length lengthadjust letter-spacing lighting-color linethickness list loading local
          loop low lquote lspace marker-end marker-mid marker-start markerheight markerunits
          markerwidth mask mask-type maskcontentunits maskunits mathbackground mathcolor mathsize
          mathvariant max maxlength maxsize media method min minlength minsize mode movablelimits
          multiple muted name nonce noshade notation novalidate nowrap numalign numoctaves offset
          opacity open operator optimum order orient orientation origin overflow paint-order part
          path pathlength pattern patterncontentunits patterntransform patternunits placeholder
          playsinline pointer-events points popover popovertarget popovertargetaction poster preload
          preservealpha preserveaspectratio primitiveunits pubdate r radiogroup radius readonly refx
          refy rel repeatcount repeatdur required restart result rev reversed role rotate rowalign
          rowlines rows rowspacing rowspan rquote rspace rx ry scale scope scriptlevel scriptminsize
          scriptsizemultiplier seed selected selection separator separators shape shape-rendering
          size sizes slope slot span specularconstant specularexponent spellcheck spreadmethod src
          srclang srcset start startoffset stddeviation step stitchtiles stop-color stop-opacity
          stretchy stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin
          stroke-miterlimit stroke-opacity stroke-width style subscriptshift summary supscriptshift
          surfacescale symmetric systemlanguage tabindex tablevalues targetx targety text-anchor
          text-decoration text-orientation text-rendering textlength title transform
          transform-origin translate type u1 u2 unicode usemap valign value values vector-effect
          version vert-adv-y vert-origin-x vert-origin-y viewbox visibility voffset width
          word-spacing wrap writing-mode x x1 x2 xchannelselector xlink:href xlink:title xml:id
          xml:space xmlns xmlns:xlink y y1 y2 ychannelselector z zoomandpan
          """);

  /** Elements that go with all that is in them, when they may not stay. */
  static final Set<String> DROPPED =
      names(
          """
          annotation-xml audio colgroup desc foreignobject head iframe math mi mn mo ms mtext
          noembed noframes noscript plaintext script selectedcontent style svg template thead title
          video xmp
          """);

  /** Attributes in which a value means no address. */
  static final Set<String> TEXT =
      names(
          """
          alt class for id label name pattern placeholder role style summary title value xmlns
          """);

  /** Elements whose address may hold the data itself. */
  static final Set<String> MEDIA =
      names(
          """
          audio image img source track video
          """);

  private AllowedNames() {}

  private static Set<String> names(String text) {
    return Set.of(text.strip().split("\\s+"));
  }
}
