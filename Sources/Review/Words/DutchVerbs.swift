/// Dutch verbs as advice uses them: imperatives and infinitives.
enum DutchVerbs {
  static let verbs = """
    accepteer achterhaal activeer actualiseer adviseer analyseer annuleer antwoord archiveer
    attendeer beantwoord bedenk bedank beëindig begeleid begraaf behandel bekijk bel belast
    beleg bemens benader benoem beoordeel bepaal beperk bereid bescherm beschouw beschrijf
    beslis bespreek bestel bestudeer betaal betrek bevestig beveilig bevorder bewaar bewaak
    beweeg bied bind blijf blokkeer breek breid breng check communiceer concentreer controleer
    coördineer creëer deactiveer definieer denk doe doorloop draag draai dring duid dwing
    evacueer evalueer faciliteer financier formuleer ga garandeer geef geniet gooi grijp haal
    handhaaf hang heb help herhaal herinner herzie hoor houd huur identificeer implementeer
    informeer inspecteer installeer instrueer intensiveer inventariseer investeer isoleer kies
    kijk klik kom komt koop koppel kondig laat leg leid lees let lever loop los luister maak
    machtig markeer mijd meet meld merk mobiliseer monitor motiveer neem negeer nodig noem
    noteer onderneem onderscheid ondersteun onderstreep ontkoppel ontmoedig ontruim ontsla
    ontvang ontwikkel ontwijk onthoud open oefen organiseer overhandig overtuig overweeg pak
    parkeer pleeg praat prioriteer probeer publiceer raadpleeg raak reageer realiseer reduceer
    registreer regel reken reserveer richt roep roteer rust ruim schaf schakel scheid schort
    schrap schrijf sein selecteer signaleer simuleer sla sluit spreek spreid sta stem stel
    stimuleer stop stuur toon tref trek vaardig vang varieer vat verander verbeter verbied
    verbind verbreek vereenvoudig vergelijk vergeet vergroot verhelp verhinder verhoog verifieer
    verken verklaar verkort verlaag verlaat verleen verleg vermeld vermijd verminder vernieuw
    vernietig verplaats verplicht versleutel verspreid versterk verstrek vertaal vertel vertrouw
    vervang verwijder verwijs verwerk verzamel verzeker verzend verzoek vind voer volg voltooi
    voorkom voorzie vul waarschuw wees weiger werf wijs wijzig wissel wip zeg zend zet zie zit
    zoek zorg zwijg is zijn ben bent wordt worden moet moeten dient dienen kan kunt kunnen mag
    mogen zal zult zullen heeft hebt hebben gaat doet laten weet weten wilt wil willen hoeft
    hoeven aanbieden aanmelden aanpassen aanscherpen aansluiten aanspreken aanstellen aanvragen
    aanvullen aanwijzen actualiseren afsluiten afspreken afstemmen afwachten alarmeren
    beantwoorden bekijken bellen benaderen benoemen beoordelen bepalen beperken beschermen
    beslissen bespreken betalen betrekken bevestigen beveiligen bewaken bewaren blijven
    blokkeren brengen checken communiceren controleren coördineren delen doen doorgeven
    doorlopen evacueren evalueren faciliteren gaan gebruiken geven halen herstellen houden
    informeren inlichten inrichten inschakelen inspecteren installeren instellen instrueren
    intensiveren intrekken inventariseren investeren inzetten isoleren kiezen kijken klaarzetten
    klaarleggen lezen leveren loskoppelen maken melden monitoren nagaan nakijken nalopen nemen
    noteren oefenen onderzoeken ontkoppelen ontruimen oproepen organiseren opschalen opschorten
    opstellen overleggen overwegen plaatsen prioriteren raadplegen reageren registreren roteren
    ruimen schrijven sluiten spreken sturen stellen testen toepassen toetsen toezien tonen
    trainen treffen uitbreiden uitnodigen uitschakelen uitstellen uitvoeren verbieden vergroten
    verhogen verifiëren verlagen verleggen vermijden verminderen vernieuwen verplaatsen
    verspreiden versterken verstrekken vervangen verwijderen verzamelen voeren volgen
    voorbereiden voorkomen vrijmaken waarschuwen weigeren wijzen wijzigen wisselen zenden zetten
    zoeken zorgen
    """

  static let alsoNouns = """
    aanpak adem advies back-up alarmeer ban baken basis beleid bericht bespaar besteed bestrijd
    bewijs bezet beding boek breuk dam deponeer dien dood doorzoek doseer druk film flits geld
    groet haast hef hinder hoed jaag juich kaart kap keer keur knip label lach last licht log
    lucht mail maat meng pers plan plak plas post print profileer richt route ruil schat scherm
    scherp schors schuil schuif sein slot smeer snij speel spaar spar steek steun stik straf
    streef strijk stroom studie tel tik toef twijfel vecht vergader verhuis verkoop verloop
    vlucht vlieg volbreng wandel was weeg weer wek wens wend werp wikkel win wis wond zaag zeil
    zuiver pas bezoek werk deel vraag plaats start test beheer behoud onderzoek gebruik begin
    handel bouw leer update upgrade spoor train vorm wacht vestig herstel link onderhoud oordeel
    overleg patch scan sleutel toets eis geloof
    """

  /// Words that a name of something wished for begins with.
  static let nouns = """
    de het een extra meer aanvullende verhoogde verscherpte betere beter goede strengere strenge
    regelmatige nauwe nauwer duidelijke grotere permanente voortdurende dagelijkse wekelijkse
    algemene bijzondere speciale aandacht toezicht controle controles overleg contact alertheid
    bewustwording voorlichting begrip zorg veiligheid geen mogelijke gezamenlijke tijdige hogere
    lagere snelle nieuwe actieve voldoende intensieve zichtbare fysieke digitale sterke sterkere
    frequente structurele hechte grondige juiste adequate gerichte bredere minder vaste heldere
    afspraken maatregelen hekken sloten borden patrouilles waakzaamheid samenwerking verplichte
    periodieke vroegtijdige scherper scherpere regelmatig goed scherp streng nauw duidelijk
    strak twee drie vier vijf zes zeven acht negen tien enkele wachtwoord wachtwoorden lijst
    noodplan draaiboek camera camera's updates back-ups accounts drones firewall firewalls
    verlichting inzet informatie hulpmiddelen middelen noodnummers telefoonnummers
    """

  /// What a thing only is said to be, where nobody is asked to do it: "waakzaamheid is geboden".
  static let wishes = """
    gewenst geboden vereist nodig noodzakelijk wenselijk aanbevolen belangrijk essentieel raadzaam
    cruciaal verplicht
    """

  static let companions = """
    de het een uw je jouw u jij onze ons hun zijn haar alle alles elk elke ieder iedere iedereen
    iemand niemand niets iets deze dit die dat geen beide welke wie wat waar wanneer of hoe waarom
    ze hem mij zich er niet nooit altijd vandaag direct nu meteen
    """

  static let openers = """
    nu vandaag vanavond vannacht morgen direct meteen onmiddellijk eerst dan daarna ook altijd
    nooit alstublieft deze dit die week weekend maand jaar middag ochtend avond nacht dag dagen
    uur dagelijks wekelijks maandelijks voor na binnen tijdens tot vanaf in op bij om aan met
    zonder als wanneer zodra de het een niet januari februari maart april mei juni juli augustus
    september oktober november december maandag dinsdag woensdag donderdag vrijdag zaterdag
    zondag opnieuw en of maar dus alle over van uit
    """

  /// Words before a noun, after which no clause begins.
  static let modifiers = """
    extra meer betere beter verhoogde verscherpte strengere minder volledige geen snelle goede
    """

  /// What stands before a noun that a verb is about.
  static let articles = """
    de het een uw je jouw onze ons hun elk elke ieder iedere deze dit
    """
}
