/// English verbs as advice uses them.
enum EnglishVerbs {
  static let verbs = """
    accept adapt add adjust adopt advise agree alert align allow analyse analyze announce answer
    anticipate apply appoint approve arrange ask assess assign assist assume attend authorise
    authorize avoid be become begin believe bring brief broaden build buy carry choose clarify
    classify clean clear close collect combine come communicate compare compile complete conduct
    configure confirm connect consider consult continue convene cooperate coordinate create decide
    define delete deliver deny deploy describe designate destroy detect determine develop disable
    disconnect discuss distribute do does don't download draft draw drive eat elect eliminate
    employ empty enable encourage encrypt enforce engage enhance enrol ensure enter equip erase
    escort establish evacuate evaluate examine exchange exclude execute exercise expand expect
    explain explore extend facilitate familiarise familiarize figure fill filter find finish fit fix
    follow forbid forget forward fulfil gather get give go grant guarantee hand hang harden have
    hear help hide hire hold identify ignore immobilise implement improve include inform inquire
    insist inspect install instruct insert intensify introduce invest investigate invite involve is
    isolate join keep know lay lead learn leave lend let limit listen locate lower maintain make
    manage meet mention minimise minimize mitigate modify monitor motivate mount must neutralise
    notify obtain offer omit open operate oppose organise organize outline pack participate patch
    pause pay perform permit phone pick point postpone practise prepare preserve prevent prioritise
    prioritize proceed procure prohibit protect prove provide publish pull purchase push put raise
    reach react read realise reassess reassure receive recognise recommend reconsider reconnect
    redirect reduce refer refrain refuse reinforce reject relocate remain remember remind remove
    reopen repeat replace reply request require reschedule resist resolve respond restart restore
    restrict resume retain rethink return revise revoke rotate run safeguard save say scan screen
    secure see seek select sell send separate serve set settle share should show simplify sit speak
    specify speed spread stay stand stimulate stipulate store strengthen submit subscribe supervise
    suspend take talk teach tell terminate think throw tighten touch train translate treat trust try
    turn understand uninstall unplug update upgrade urge validate vary verify view visit walk want
    warn wear weigh withdraw wait write are was were has had will shall can need needs
    """

  static let alsoNouns = """
    access act address aim allocate appeal approach archive audit backup back balance ban bar base
    block blog board book boost boot broadcast budget call cancel care cast catch challenge change
    charge check circulate claim comment compromise conceal concentrate condition contact contract
    control copy cost count counter cover crack cross cut date deal debate debrief delay demand
    design detail direct display document dose double doubt drill drop dump echo email escalate
    estimate experiment expose face fight file film finance fire flag focus force form formulate
    freeze frame fund guard guide halt handle harness head host house inventory issue judge label
    land launch level light line link list load lock log look mail mark mask match measure
    mind move name net note notice number nurse object observe order pass patrol permit photograph
    picture place plan police post power present press price print process produce profile program
    project promise protest question quote range rate record refresh register rehearse release
    report research reserve rest result review reward risk route rule sample schedule score seal
    search segment sense shape shield ship shut sign signal sort source split spot staff stage start
    state step stick stock stop stress structure study supply support survey switch swap talk target
    task tape test text tie time trace track trade trail transfer trap travel trial trim use value
    voice vote watch weight welcome whitelist wipe witness work worry wrap zone
    """

  /// Words that a name of something wished for begins with.
  static let nouns = """
    a an the extra more additional increased increasing better enhanced heightened strict stricter
    regular careful close closer full tight tighter clear good greater improved strong stronger
    continued constant permanent frequent daily weekly general special awareness caution care
    security safety training guidance contact control surveillance oversight alert alertness no
    possible proper joint timely better-trained well-trained
    """

  static let companions = """
    the a an your our their its his her my all any each every both this these those that what which
    who whom where when whether how why if it them him us me you nobody nothing someone anyone
    everybody everyone somebody anything something out up down off
    """

  static let openers = """
    now today tonight tomorrow immediately directly first next then also always never please this
    that these week weekend month year afternoon morning evening night day days hour hours daily
    weekly monthly before after within during until till by from in on at for as of to with without
    if when the a an not do january february march april may june july august september october
    november december monday tuesday wednesday thursday friday saturday sunday again once twice
    and or but so extra more better additional increased stricter less fewer full no continued
    """
}
